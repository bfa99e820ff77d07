/** A text with every run of white space folded to one space, and the way back. */
export interface FoldedText {
  readonly text: string;
  /** For each folded character the UTF-16 offset of its original; one more entry than characters, for the end. */
  readonly offsets: Uint32Array;
}

const WHITE_SPACE = /\s+/g;

/** Folds white space only: a changed letter, digit or mark is a change. No-break and thin spaces count as white space. */
export function foldText(text: string): FoldedText {
  const offsets = new Uint32Array(text.length + 1);
  let folded = '';
  let from = 0;
  const keep = (start: number, end: number) => {
    for (let i = start; i < end; i++) offsets[folded.length + i - start] = i;
    folded += text.slice(start, end);
  };
  for (const { 0: run, index } of text.matchAll(WHITE_SPACE)) {
    keep(from, index);
    offsets[folded.length] = index;
    folded += ' ';
    from = index + run.length;
  }
  keep(from, text.length);
  offsets[folded.length] = text.length;
  return { text: folded, offsets: offsets.slice(0, folded.length + 1) };
}

/** The folded form of a passage or its surroundings. */
export function fold(text: string): string {
  return text.replace(WHITE_SPACE, ' ');
}
