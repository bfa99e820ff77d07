import Readability from '@mozilla/readability/Readability.js';

/** Titles are compared word by word with each other: so much of them, in UTF-16 units, tells enough. */
const MAX_TITLE = 1_000;
/** A picture's longer values are dropped: lists of addresses, and pictures that are written into the page itself. */
const MAX_VALUE = 2_000;

/** An element with more attributes is made to overtax. */
const MAX_ATTRIBUTES = 500;

/** In so many texts is looked for a first word. */
const MAX_TEXTS = 8;

/** Readability's `DIV_TO_P_ELEMS`. */
const BLOCKS = 'blockquote,dl,div,img,ol,p,pre,table,ul';

/**
 * Readability (0.6.0) without the steps that take it the square of the length of what a page wrote into a title or an
 * attribute, which is seconds for 100 kB, and without those that read all text below each element in turn, or its computed
 * style, where a look at the beginning or at the attributes says the same. What it finds is the same on any page that is
 * not made to overtax it.
 */
export class BoundedReadability<T> extends Readability<T> {
  /** `srcset` is none of the attributes that we keep; the pattern for it tries each end of each address in it. */
  override REGEXPS: Readonly<Record<string, RegExp>> = { ...Readability.prototype.REGEXPS, srcsetUrl: /$^/ };

  /** What is shown or kept is sanitised first, which leaves no style; wrappers are no part of a text. */
  protected override _cleanStyles(): void {}
  protected override _simplifyNestedElements(): void {}

  /** The text of such a link would be written anew, and be no text of the page's any more. */
  protected override _fixRelativeUris(content: Element): void {
    for (const link of content.querySelectorAll('a[href^="javascript:"]')) link.removeAttribute('href');
    super._fixRelativeUris(content);
  }

  protected override _textSimilarity(known: string, other: string): number {
    return super._textSimilarity(known.slice(0, MAX_TITLE), other.slice(0, MAX_TITLE));
  }

  protected override _isProbablyVisible(element: Element): boolean {
    const says = ['style', 'hidden', 'aria-hidden'].some((name) => element.hasAttribute(name));
    return !says || super._isProbablyVisible(element);
  }

  protected override _isValidByline(element: Element, names: string): boolean {
    const says =
      element.getAttribute('rel') === 'author' ||
      element.getAttribute('itemprop')?.includes('author') ||
      this.REGEXPS.byline?.test(names);
    return says === true && super._isValidByline(element, names);
  }

  protected override _hasChildBlockElement(element: Element): boolean {
    return element.querySelector(BLOCKS) !== null;
  }

  protected override _grabArticle(page: Element | null): unknown {
    // Nothing in the head is part of an article, and by now all was read that it says of it but what links are relative to.
    this._doc.head?.replaceChildren(...this._doc.head.querySelectorAll('base'));
    return super._grabArticle(page);
  }

  protected override _isElementWithoutContent(element: Element): boolean {
    return !beginsWithWords(element) && super._isElementWithoutContent(element);
  }

  /** The attributes are copied one by one, each after a look at those before it. */
  protected override _setNodeTag(element: Element, tag: string): Element {
    if (element.attributes.length <= MAX_ATTRIBUTES) return super._setNodeTag(element, tag);
    const plain = element.ownerDocument.createElement(element.localName);
    plain.append(...element.childNodes);
    element.replaceWith(plain);
    return super._setNodeTag(plain, tag);
  }

  protected override _fixLazyImages(content: Element): void {
    for (const element of content.querySelectorAll('img,picture,figure')) {
      for (const { name, value } of [...element.attributes]) {
        // A style that names a picture would be taken for the address of this one.
        if (value.length > MAX_VALUE || name === 'style' || name === 'background') element.removeAttribute(name);
      }
    }
    super._fixLazyImages(content);
  }
}

function beginsWithWords(element: Element): boolean {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let i = 0; i < MAX_TEXTS; i++) {
    const text = walker.nextNode() as Text | null;
    if (!text) return false;
    if (text.data.trim() !== '') return true;
  }
  return false;
}
