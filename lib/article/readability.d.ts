/** The extractor without the package's other half, which the page script has no use for. */
declare module '@mozilla/readability/Readability.js' {
  import { Readability } from '@mozilla/readability';

  /** With those of its inner parts that `bounded-readability.ts` keeps within bounds (0.6.0). */
  export default class<T = string> extends Readability<T> {
    REGEXPS: Readonly<Record<string, RegExp>>;
    protected _textSimilarity(known: string, other: string): number;
    protected _isProbablyVisible(element: Element): boolean;
    protected _isValidByline(element: Element, names: string): boolean;
    protected _isElementWithoutContent(element: Element): boolean;
    protected readonly _doc: Document;
    protected _hasChildBlockElement(element: Element): boolean;
    protected _grabArticle(page: Element | null): unknown;
    protected _cleanStyles(): void;
    protected _simplifyNestedElements(): void;
    protected _fixRelativeUris(content: Element): void;
    protected _setNodeTag(element: Element, tag: string): Element;
    protected _fixLazyImages(content: Element): void;
  }
}
