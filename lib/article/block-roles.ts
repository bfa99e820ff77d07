import type { BlockRole } from '../annotations/article';
import type { BlockFacts } from './block-facts';
import { isCalled, namesIn } from './element-names';
import { type Topic, topicsOf } from './role-words';

/** So many blocks away, at most, stands the sentence that a pull-quote repeats. */
const PULLED_FROM = 15;

/** What a rule may know beside the block itself. */
export interface Scene {
  /** The page's title, folded. */
  readonly title: string;
  /** Before the first paragraph of the article, after the last, or between them. */
  readonly part: 'lead' | 'middle' | 'tail';
  /** From the heading of the comments on. */
  readonly isOver: boolean;
  readonly index: number;
  readonly blocks: readonly BlockFacts[];
  /** What the block before was judged to be. */
  readonly before: BlockRole | undefined;
}

export interface Rule {
  readonly name: string;
  readonly role: BlockRole;
  readonly applies: (block: BlockFacts, scene: Scene) => boolean;
}

export const fold = (text: string): string =>
  text
    .replace(/[\s"'“”‘’«»„]+/g, ' ')
    .trim()
    .toLowerCase();
export const isHeading = ({ tag }: BlockFacts): boolean => /^h\d/.test(tag);
const topics = new WeakMap<BlockFacts, ReadonlySet<string>>();
export function begins(topic: Topic, block: BlockFacts): boolean {
  const known = topics.get(block) ?? topicsOf(block.text);
  topics.set(block, known);
  return known.has(topic);
}

const ends = ({ text }: BlockFacts): boolean => /[.!?。！？]["”»’)]?$/.test(text);

const DATE = /\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d[:.h]\d\d/;
/** How much of a text is words, roughly. */
const letters = (text: string): number => text.replace(/[\d\s.,:;/|()-]/g, '').length;

const CREDIT =
  /\((?:(?:photo|image|picture) ?)?(?:credits?|courtesy|photo|foto|image|source|crédit|фото)[:. ][^()]*\)$/i;
const REPORTING =
  /^\(?(?:(?:additional |with )*(?:reporting|writing|editing) by)|\bcontributed (?:to this|reporting|from)\b/;
/** The pattern takes longer to be made than to be used: most pages have nothing that it need be made for. */
const saysReporting = (text: string): boolean =>
  (text.includes('ing by') || text.includes('contributed')) && REPORTING.test(text);
const SOLICITS =
  /\b(?:sign up (?:for|to|here|now)|subscribe (?:to|now|here)|newsletters?|click here|follow (?:us|him|her|them|me|@)|(?:like|find) us on|join (?:our|us)|your inbox|our app)\b/i;
const PERSON =
  /\b(?:is|was) (?:an?|the|our) [^.]{0,120}\b(?:writer|reporter|editor|journalist|author|correspondent|columnist|freelance|professor|fellow|director|contributor)/i;

/** A rule that goes by what the elements around a block are called, if it is narrower than `most`. */
function called(name: string, role: BlockRole, list: string, most = Number.POSITIVE_INFINITY): Rule {
  const names = namesIn(list);
  return { name, role, applies: (block) => block.width < most && isCalled(block, names) };
}

const SLIDES = namesIn('gallery, slide, slides, slideshow, carousel, lightbox');
const QUOTES = namesIn('<blockquote, <q, *quote');
const DATELINES = namesIn('dateline, date line');
const ARTICLES = namesIn('<article');
const SUMMARIES = namesIn(
  '<header, summary, sub title, subtitle, subtitles, sub head, subhead, subheading, sub heading, sub headline, subheadline, dek, deck, stand first, standfirst, abstract, excerpt, alternative headline',
);

/** Rules that hold wherever a block stands. The first that applies decides. */
export const RULES_ANYWHERE: readonly Rule[] = [
  // The headline, repeated above the text, below it or as a caption, is no sentence of the article.
  {
    name: 'title',
    role: 'headline',
    applies: ({ text }, { title }) =>
      text.length >= title.length && text.length <= 2 * title.length && fold(text) === title,
  },
  // Menus, breadcrumbs and page turners are marked as such, by element or by role.
  called(
    'named-navigation',
    'navigation',
    '<nav, <menu, <footer, breadcrumb, breadcrumbs, menu, menuitem, navigation, toolbar, tools, print, pagination, pager',
  ),
  // A picture's maker stands in an element of its own beside the caption.
  called(
    'named-credit',
    'credit',
    'credit, credits, copyright holder, photographer, image source, caption source',
    120,
  ),
  // What a figure says of itself is not said by the text around it.
  called('named-caption', 'caption', '*caption, captions, cutline'),
  // Share bars are lists of a few words.
  called('named-share', 'share', 'share, sharing, social, addthis, follow', 200),
  // Forms and boxes that ask for an address or for money.
  called('named-newsletter', 'newsletter', 'newsletter, newsletters, signup, sign up, subscribe, cta, call to action'),
  // Boxes with other articles; an aside is by definition beside the text.
  called(
    'named-related',
    'related',
    '<aside, related, recirc, recirculation, recommended, recommendation, recommendations, trending, popular, outbrain, taboola, teaser, teasers, promo, more stories, more news, more from, read more, read next, read also, see also, latest, headline list, breaking',
  ),
  called('named-comments', 'comments', 'comment, comments, disqus, respond'),
  // Beside a name this also catches the lines on who the author is.
  called('named-byline', 'byline', 'byline, bylines, by line, author, authors, contributor, contributors, bio, vcard'),
  // A place alone, as reports begin with it. With a date it is a timestamp.
  {
    name: 'named-dateline',
    role: 'dateline',
    applies: (block) => isCalled(block, DATELINES) && !/\d/.test(block.text),
  },
  called(
    'named-time',
    'timestamp',
    '<time, timestamp, time stamp, date, dates, pubdate, dateline, date line, published, updated',
    90,
  ),
  called(
    'named-tags',
    'copyright',
    'tags, tagged, topics, postinfo, post info, post meta, entry meta, article meta, categories, copyright, d print, print only',
    200,
  ),
  // Counters and labels of picture shows.
  { name: 'named-slide', role: 'caption', applies: (block) => !block.isProse && isCalled(block, SLIDES) },
  // An article element of its own, apart from the text: a teaser.
  {
    name: 'other-article',
    role: 'related',
    applies: (block) => !block.isInMain && isCalled(block, ARTICLES),
  },
  // "Photo: …", where no element tells.
  {
    name: 'begins-credit',
    role: 'credit',
    applies: (block) => block.width < 160 && begins('credit', block) && /^[^.!?]{0,30}[:©/：／]/.test(block.text),
  },
  // A sentence that ends in a credit was written below a picture.
  {
    name: 'ends-credit',
    role: 'caption',
    applies: (block) => block.width < 300 && block.text.endsWith(')') && CREDIT.test(block.text),
  },
  // Who else worked on a report.
  {
    name: 'reporting',
    role: 'credit',
    applies: (block) => block.width < 300 && saysReporting(block.text.toLowerCase()),
  },
  // A sentence that asks readers to do something, with a link to do it or near the end.
  {
    name: 'solicits',
    role: 'newsletter',
    applies: (block, { index, blocks }) =>
      block.width < 350 && (block.linked > 0.05 || index > 0.75 * blocks.length) && SOLICITS.test(block.text),
  },
  // A sentence that is set apart to be read twice is counted once: where it stands in the text.
  {
    name: 'repeated',
    role: 'pull-quote',
    applies: (block, { blocks, index }) =>
      isCalled(block, QUOTES) &&
      block.width > 20 &&
      block.width < 400 &&
      blocks
        .slice(Math.max(0, index - PULLED_FROM), index + PULLED_FROM)
        .some(
          (other) =>
            other !== block && other.text.length > block.text.length && fold(other.text).includes(fold(block.text)),
        ),
  },
];

/** Rules that hold in one part of the page, or go by what was judged before. The first that applies decides. */
export const RULES_IN_PLACE: readonly Rule[] = [
  // Comments go on to the end, whatever they look like.
  { name: 'after-comments', role: 'comments', applies: (_block, { isOver }) => isOver },
  // Headlines differ from the page's title in a word or two.
  {
    name: 'h1',
    role: 'headline',
    applies: ({ around }, { part }) => part === 'lead' && /^ (?:<(?:span|a|strong|b|em) [^<]*)*<h1 /.test(around),
  },
  {
    name: 'date',
    role: 'timestamp',
    applies: (block, { part }) =>
      part === 'lead' &&
      !block.isProse &&
      !/^h\d|blockq/.test(block.tag) &&
      block.width < 100 &&
      DATE.test(block.text) &&
      (letters(block.text) < 40 || /^\W*\d+[./-]\d+[./-]\d/.test(block.text)),
  },
  {
    name: 'begins-time',
    role: 'timestamp',
    applies: (block, { part }) =>
      part !== 'middle' && block.width < 100 && begins('time', block) && /\d/.test(block.text),
  },
  {
    name: 'begins-byline',
    role: 'byline',
    applies: (block, { part }) => part === 'lead' && block.width < 60 && begins('byline', block) && !ends(block),
  },
  {
    name: 'begins-copyright',
    role: 'copyright',
    applies: (block, { part }) => part === 'tail' && block.width < 400 && begins('copyright', block),
  },
  {
    name: 'begins-share',
    role: 'share',
    applies: (block) => block.width < 45 && begins('share', block) && !ends(block),
  },
  {
    name: 'begins-comments',
    role: 'comments',
    applies: (block) => block.width < 45 && begins('comments', block) && !ends(block),
  },
  // "Read more: …" with the link.
  {
    name: 'linked-related',
    role: 'related',
    applies: (block) => block.linked > 0.25 && block.width < 250 && begins('related', block),
  },
  // The heading of a box with other articles.
  {
    name: 'heading-related',
    role: 'related',
    applies: (block, { part }) =>
      block.width < 60 &&
      begins('related', block) &&
      (isHeading(block) || /:$/.test(block.text) || part === 'tail' || block.text === block.text.toUpperCase()),
  },
  // A block that is one link leads away; a heading over a paragraph may be one, and an address may be a source.
  {
    name: 'all-link',
    role: 'related',
    applies: (block, { blocks, index }) =>
      block.linked > 0.85 &&
      block.width > 30 &&
      !(isHeading(block) && blocks[index + 1]?.isProse) &&
      !/^https?:|^\S+@/.test(block.text),
  },
  // What goes on below such a heading.
  {
    name: 'after-related',
    role: 'related',
    applies: (block, { before, part }) =>
      before === 'related' &&
      (!block.isProse || block.linked > 0.2) &&
      (block.linked > 0.6 || part === 'tail' || (block.tag === 'li' && block.linked > 0.3)),
  },
  {
    name: 'begins-newsletter',
    role: 'newsletter',
    applies: (block, { part }) =>
      part !== 'lead' && block.width < 330 && (block.linked > 0.05 || part === 'tail') && begins('newsletter', block),
  },
  // The lines between headline and text: the desk's words.
  {
    name: 'summary',
    role: 'summary',
    applies: (block, { part }) =>
      part === 'lead' && !block.isInMain && (isHeading(block) || isCalled(block, SUMMARIES)),
  },
  // Kickers, sections and buttons above the text.
  {
    name: 'lead-label',
    role: 'navigation',
    applies: (block, { part }) => part === 'lead' && !block.isInMain && !block.isProse && !ends(block),
  },
  // A heading with nothing below it lost what it was the heading of.
  {
    name: 'tail-heading',
    role: 'related',
    applies: (block, { part, blocks, index }) => part === 'tail' && isHeading(block) && index === blocks.length - 1,
  },
  {
    name: 'tail-outside',
    role: 'related',
    applies: (block, { part }) => part === 'tail' && !block.isInMain && !block.isProse,
  },
  // "The author is a reporter …", in italics below the text.
  {
    name: 'about',
    role: 'byline',
    applies: (block, { part }) => part === 'tail' && block.slanted > 0.8 && PERSON.test(block.text),
  },
];
