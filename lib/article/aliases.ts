import { getDomain } from 'tldts';
import type { Alias, ClaimedUrls } from '@/lib/annotations/article';
import { articleKey } from './url';

export type BelievedAlias = Pick<Alias, 'url' | 'source'>;

const isWeb = (url: URL) => /^https?:$/.test(url.protocol);

/**
 * Who answers for a host: its registrable domain, where platforms such as github.io count as registries
 * (https://publicsuffix.org). Hosts that have none (IP addresses, localhost) answer for their own port only.
 */
const ownerOf = (url: URL) => getDomain(url.hostname, { allowPrivateDomains: true }) ?? url.host;

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // Not UTF-8: its hyphens and digits can be counted all the same.
    return segment;
  }
}

const segmentsOf = (url: URL) => url.pathname.split('/').filter(Boolean).map(decode);

/** `3-more-words`: three parts or more, of which two hold letters. A bare date has none. */
function isSlug(segment: string): boolean {
  const words = segment.split(/[-_]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length >= 3 && words.filter((word) => /\p{L}/u.test(word)).length >= 2;
}

const YEAR = /^(?:19|20)\d{2}$/;
const MONTH = /^(?:0?[1-9]|1[0-2]|\p{L}{3,9})$/u;
const DAY = /^(?:0?[1-9]|[12]\d|3[01])$/;
const DATE = /^(?:19|20)\d{2}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])$/;

/** A number of five digits or more (not a compact date), or eight letters and digits mixed as in `cz7x1y2p9qro`. */
function isIdentifier(segment: string): boolean {
  if (DATE.test(segment)) return false;
  if (/\d{5,}/.test(segment)) return true;
  const compact = segment.replace(/\.\w+$/, '');
  return /^[a-z\d]{8,}$/i.test(compact) && /[a-z]/i.test(compact) && (compact.match(/\d/g)?.length ?? 0) >= 2;
}

/** A date with something after it: the date alone is the archive of a day. */
function hasDatedPath(segments: readonly string[]): boolean {
  return segments.some((segment, i) => {
    const [month = '', day = '', after] = segments.slice(i + 1);
    const isThree = YEAR.test(segment) && MONTH.test(month) && DAY.test(day) && after !== undefined;
    return isThree || (DATE.test(segment) && i < segments.length - 1);
  });
}

const ID_PARAMETER = /^(?:p|n?id|aid|sid|(?:art|article|story|news|post|item|content|node|doc)[-_]?(?:id|no)?)$/i;

const hasIdParameter = (url: URL) =>
  [...url.searchParams].some(([name, value]) => ID_PARAMETER.test(name) && /^[\w-]*\d[\w-]*$/.test(value));

/**
 * Whether an address looks like that of one article, in any language: part of its path is a slug of three words or more,
 * a long number or an identifier, or follows a date; or a parameter such as `id` or `story_id` holds a number. Section
 * fronts (`/world`, `/news/politics`) and the site root have none of these.
 */
function looksLikeArticle(url: URL): boolean {
  const segments = segmentsOf(url);
  return (
    segments.some((segment) => isSlug(segment) || isIdentifier(segment)) ||
    hasDatedPath(segments) ||
    hasIdParameter(url)
  );
}

/** The page stands below that address with a slug or number of its own: that address is the front of its section. */
function isFrontOf(claimed: URL, page: URL): boolean {
  const front = segmentsOf(claimed);
  const own = segmentsOf(page);
  const isAbove = front.length < own.length && front.every((segment, i) => segment === own[i]);
  return isAbove && own.slice(front.length).some((segment) => isSlug(segment) || isIdentifier(segment));
}

/**
 * Those of the addresses a page claims for itself (canonical, Open Graph, AMP) that are believed: http(s), of the same
 * registrable domain (same host and port where there is none), neither the site's root nor a section front, looking like
 * an article's, and not the page's own. A canonical link to another domain must not make one article of two.
 * @param pageUrl the page's own address
 * @returns normalised URLs, each once, canonical before Open Graph before AMP; unusable claims are left out
 * @throws OnRecordError `no-address` when `pageUrl` itself is no usable address
 */
export function believedAliases(pageUrl: string, claimed: ClaimedUrls): BelievedAlias[] {
  const ownKey = articleKey(pageUrl);
  const page = new URL(pageUrl);
  if (!isWeb(page)) return [];
  const believed = new Map<string, BelievedAlias>();
  for (const source of ['canonical', 'og', 'amp'] as const) {
    const address = claimed[source];
    if (address === null || !URL.canParse(address)) continue;
    const url = new URL(address);
    if (!isWeb(url) || ownerOf(url) !== ownerOf(page)) continue;
    const key = articleKey(address);
    if (key === ownKey || believed.has(key) || isFrontOf(new URL(key), page) || !looksLikeArticle(new URL(key)))
      continue;
    believed.set(key, { url: key, source });
  }
  return [...believed.values()];
}
