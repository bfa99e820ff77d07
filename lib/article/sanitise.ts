import DOMPurify from 'dompurify';

/** What an article is made of; nothing that loads, runs, submits or styles. */
const CONFIG = {
  USE_PROFILES: { html: true },
  FORBID_TAGS: ['style', 'form', 'input', 'button', 'select', 'textarea', 'iframe', 'object', 'embed', 'link', 'meta'],
  FORBID_ATTR: (
    'style class id name srcset sizes loading background align bgcolor border cellpadding cellspacing color face frame ' +
    'hspace noshade nowrap rules valign vspace'
  ).split(' '),
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

/** A longer address is no address but a picture, written into the page itself: so much of a snapshot tells nobody anything. */
const MAX_ADDRESS = 2_000;

DOMPurify.addHook('uponSanitizeAttribute', (_element, attribute) => {
  if (attribute.attrName === 'src' && attribute.attrValue.length > MAX_ADDRESS) attribute.keepAttr = false;
});

/**
 * Makes HTML harmless: no scripts, styles, forms or frames are left. A stored value was sanitised once and is sanitised
 * again wherever it is used, since the store is not trusted.
 */
export function sanitiseHtml(html: string): string {
  return DOMPurify.sanitize(html, CONFIG);
}
