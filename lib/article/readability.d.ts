/** The extractor without the package's other half, which the page script has no use for. */
declare module '@mozilla/readability/Readability.js' {
  export { Readability as default } from '@mozilla/readability';
}
