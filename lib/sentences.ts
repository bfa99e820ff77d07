import type { Block } from './annotations/article';

/** A stretch of the article's text: UTF-16 offsets, `start` included, `end` excluded. */
export interface Stretch {
  start: number;
  end: number;
}

/** The segmenter's language, or the browser's own when the page names none that exists. */
function segmenter(lang: string | null, granularity: 'sentence' | 'word'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang ?? undefined, { granularity });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new Intl.Segmenter(undefined, { granularity });
  }
}

/** A full stop after which the sentence goes on: titles, initials, "U.S.", "Nov." and "No." before a number. */
const ABBREVIATION =
  /(?:^|[\s("“‘'])(?:\p{Lu}|(?:\p{Lu}\.)+\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Rev|Hon|Pres|St|Mt|Messrs|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Nr|M|Mme|Sra?)\.$/u;
const ABBREVIATION_OF_NUMBER = /(?:^|\s)(?:No|Nos|p|pp|Art|Abs)\.$/;

/** Words that more often begin a sentence than follow "the U.S." or "J." in one. */
const SENTENCE_START = /^(?:The|A|An|He|She|It|They|We|I|You|But|And|In|On|At|This|That|These|Those|If|When|As|For)\b/;
const INITIALS = /\p{Lu}\.$/u;

/** Where one abbreviation at most is looked for, in UTF-16 units. */
const ABBREVIATION_REACH = 12;

function isBroken(before: string, after: string): boolean {
  const tail = before.trimEnd().slice(-ABBREVIATION_REACH);
  if (ABBREVIATION_OF_NUMBER.test(tail)) return /^\d/.test(after);
  return ABBREVIATION.test(tail) && !(INITIALS.test(tail) && SENTENCE_START.test(after));
}

/**
 * The sentences of each block, without the white space around them. A sentence never runs over a block's end, nor ends
 * after "Mr." or "Sen.", where the segmenter of the browser sees an end.
 */
export function sentencesOf(text: string, blocks: readonly Block[], lang: string | null): Stretch[] {
  const splitter = segmenter(lang, 'sentence');
  return blocks.flatMap((block) => {
    const found: Stretch[] = [];
    let before = '';
    for (const { segment, index } of splitter.segment(text.slice(block.start, block.end))) {
      const trimmed = segment.trim();
      if (trimmed === '') continue;
      const start = block.start + index + segment.indexOf(trimmed);
      const end = start + trimmed.length;
      const last = found[found.length - 1];
      if (last && isBroken(before, trimmed)) last.end = end;
      else found.push({ start, end });
      before = segment;
    }
    return found;
  });
}

/** The words and the punctuation marks of `text.slice(start, end)`, each for itself. */
export function wordsOf(text: string, { start, end }: Stretch, lang: string | null): Stretch[] {
  return [...segmenter(lang, 'word').segment(text.slice(start, end))]
    .filter(({ segment }) => segment.trim() !== '')
    .map(({ segment, index }) => ({ start: start + index, end: start + index + segment.length }));
}
