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

/**
 * Makes HTML harmless: no scripts, styles, forms or frames are left. A stored value was sanitised once and is sanitised
 * again wherever it is used, since the store is not trusted.
 */
export function sanitiseHtml(html: string): string {
  return DOMPurify.sanitize(html, CONFIG);
}
