import Readability from '@mozilla/readability/Readability.js';

/** Titles are compared word by word with each other: so much of them, in UTF-16 units, tells enough. */
const MAX_TITLE = 1_000;
/** A picture's longer values are dropped: lists of addresses, and pictures that are written into the page itself. */
const MAX_VALUE = 2_000;

/**
 * Readability (0.6.0) without the steps that take it the square of the length of what a page wrote into a title or an
 * attribute, which is seconds for 100 kB. What it finds on other pages is the same.
 */
export class BoundedReadability<T> extends Readability<T> {
  /** `srcset` is none of the attributes that we keep; the pattern for it tries each end of each address in it. */
  override REGEXPS = { ...Readability.prototype.REGEXPS, srcsetUrl: /$^/ };

  protected override _textSimilarity(known: string, other: string): number {
    return super._textSimilarity(known.slice(0, MAX_TITLE), other.slice(0, MAX_TITLE));
  }

  protected override _fixLazyImages(content: Element): void {
    for (const element of content.querySelectorAll('img,picture,figure')) {
      for (const { name, value } of [...element.attributes]) {
        if (value.length > MAX_VALUE) element.removeAttribute(name);
      }
    }
    super._fixLazyImages(content);
  }
}
