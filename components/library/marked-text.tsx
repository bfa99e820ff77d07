import type { Term } from '@/lib/store/search-query';
import { hitsIn } from './hits';

/** A text with the words marked that were searched for. */
export function MarkedText({ text, words }: { text: string; words: readonly Term[] }) {
  return (
    <>
      {hitsIn(text, words).map((part, i) =>
        part.isHit ? (
          <mark key={i} class="hit">
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </>
  );
}
