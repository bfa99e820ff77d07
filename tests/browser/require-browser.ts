/** First step of `npm test`: without a browser the tests can't prove anything, so it fails at once and says what to do. */
import { findBrowser, missingBrowserMessage } from './find-browser.ts';

try {
  if (findBrowser() === null) throw new Error(missingBrowserMessage());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
