import { OnRecordError } from '@/lib/annotations/failure';

/**
 * Query parameters that say how a reader came, never which article it is. Kept short on purpose: a generic name (`t`,
 * `ref`, `id`, `source`, `page`) names the article on some site, and dropping it would merge two articles.
 */
const TRACKING = [
  /^utm_/, // Google Analytics and whoever copied its campaign parameters
  /^(?:gclid|gclsrc|dclid|gbraid|wbraid|srsltid)$/, // Google Ads and Search
  /^_gl$|^_ga$/, // Google's cross-domain linker
  /^fbclid$|^igshid$|^igsh$/, // Facebook, Instagram
  /^msclkid$/, // Microsoft Advertising
  /^twclid$|^__twitter_impression$/, // X
  /^ttclid$|^li_fat_id$|^epik$|^yclid$|^rdt_cid$/, // TikTok, LinkedIn, Pinterest, Yandex, Reddit
  /^mc_[ce]id$|^mkt_tok$|^_hsenc$|^_hsmi$/, // newsletters: Mailchimp, Marketo, HubSpot
  /^at_(?:medium|campaign|campaign_type|custom\d|link_\w+|format|bbc_team|ptr_name)$|^xtor$/, // AT Internet (BBC, Le Monde)
  /^guccounter$|^guce_referrer(?:_sig)?$/, // Yahoo's consent redirect
];

const isTracking = (name: string) => TRACKING.some((pattern) => pattern.test(name));

/** The parameter's name, unescaped where it can be. */
function nameOf(parameter: string): string {
  const name = parameter.split('=', 1)[0] ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    // Not UTF-8: the raw name is as good for comparing.
    return name;
  }
}

/**
 * The query without tracking parameters, sorted by name; parameters of one name keep their order. Works on the raw text:
 * decoding and encoding again would make one query of two that differ in a charset we don't know.
 */
function normaliseQuery(search: string): string {
  const parameters = search
    .replace(/^\?/, '')
    .split('&')
    .filter((parameter) => parameter !== '')
    .map((parameter) => ({ parameter, name: nameOf(parameter) }))
    .filter(({ name }) => !isTracking(name.toLowerCase()))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return parameters.length === 0 ? '' : `?${parameters.map(({ parameter }) => parameter).join('&')}`;
}

/**
 * The key of an article: its own URL with everything taken off that does not say which article it is. http counts as
 * https (the key starts with `https:`), the host is in lower case, default ports, fragment, credentials, trailing
 * slashes and tracking parameters are gone, the query is sorted. A key's key is itself.
 * @param rawUrl an absolute http, https or file URL
 * @throws OnRecordError `no-address` for anything else
 */
export function articleKey(rawUrl: string): string {
  if (!URL.canParse(rawUrl)) {
    throw new OnRecordError('no-address', 'The page has no address to keep it under.');
  }
  const url = new URL(rawUrl);
  if (!/^(?:https?|file):$/.test(url.protocol)) {
    throw new OnRecordError('no-address', 'The page is neither a web page nor a file.');
  }
  const scheme = url.protocol === 'file:' ? 'file:' : 'https:';
  const isDefaultPort = url.port === '80' || url.port === '443';
  const host = isDefaultPort ? url.hostname : url.host;
  const path = url.pathname.replace(/\/+$/, '') || '/';
  return `${scheme}//${host}${path}${normaliseQuery(url.search)}`;
}

/**
 * An address to hand on: as it is, without fragment, credentials and what says how a reader came.
 * @param rawUrl an absolute URL
 */
export function addressWithoutTracking(rawUrl: string): string {
  const url = new URL(rawUrl);
  url.hash = '';
  url.username = '';
  url.password = '';
  url.search = normaliseQuery(url.search);
  return url.href;
}
