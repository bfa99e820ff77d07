import type { Block } from '@/lib/annotations/article';

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

/** The sentences of each block, without the white space around them. A sentence never runs over a block's end. */
export function sentencesOf(text: string, blocks: readonly Block[], lang: string | null): Stretch[] {
  const splitter = segmenter(lang, 'sentence');
  return blocks.flatMap((block) =>
    [...splitter.segment(text.slice(block.start, block.end))].flatMap(({ segment, index }) => {
      const trimmed = segment.trim();
      if (trimmed === '') return [];
      const start = block.start + index + segment.indexOf(trimmed);
      return [{ start, end: start + trimmed.length }];
    }),
  );
}

/** The words and the punctuation marks of `text.slice(start, end)`, each for itself. */
export function wordsOf(text: string, { start, end }: Stretch, lang: string | null): Stretch[] {
  return [...segmenter(lang, 'word').segment(text.slice(start, end))]
    .filter(({ segment }) => segment.trim() !== '')
    .map(({ segment, index }) => ({ start: start + index, end: start + index + segment.length }));
}
