import type { Mark } from './marks';

const LETTER = /[\p{L}\p{N}]/u;
const BEFORE_OPEN = /[\s([{—–\-/"“:]/;
const STOP = /[,.;:!?…—–)]/;
/** Words that are written with an apostrophe in front. */
const ELIDED = /^(?:em|til|tis|twas|cause|bout|round|n|s|re|ll|ve|d|m|t|\d\ds?)$/i;

const wordAt = (text: string, from: number, end: number): string => {
  let to = from;
  while (to < end && to < from + 8 && LETTER.test(text.charAt(to))) to++;
  return text.slice(from, to);
};

/**
 * The single marks of one paragraph that quote, told from apostrophes (British style: ‘…’ and '…').
 * A mark between letters is an apostrophe; one after an s may be a plural's, if a better one follows.
 */
export function singleMarksIn(text: string, start: number, end: number): Mark[] {
  const marks: Mark[] = [];
  let open: Mark | null = null;
  let doubtful: Mark | null = null;
  const close = (mark: Mark) => {
    if (open) marks.push(open, mark);
    open = null;
    doubtful = null;
  };
  for (let i = start; i < end; i++) {
    const char = text.charAt(i);
    if (char !== "'" && char !== '‘' && char !== '’') continue;
    const before = i > start ? text.charAt(i - 1) : ' ';
    const next = i + 1 < end ? text.charAt(i + 1) : ' ';
    const opens =
      char !== '’' &&
      BEFORE_OPEN.test(before) &&
      !/\s/.test(next) &&
      !(char === "'" && ELIDED.test(wordAt(text, i + 1, end)));
    if (opens) {
      if (doubtful) close(doubtful);
      if (open === null) open = { start: i, end: i + 1, family: 'single', role: 'open' };
      continue;
    }
    if (open === null || char === '‘' || LETTER.test(next) || BEFORE_OPEN.test(before)) continue;
    const mark: Mark = { start: i, end: i + 1, family: 'single', role: 'close' };
    const mayBePlural = /s/i.test(before) && !STOP.test(next) && next !== '' && i + 1 < end;
    if (mayBePlural) doubtful ??= mark;
    else close(mark);
  }
  if (doubtful) close(doubtful);
  if (open) marks.push(open);
  return marks;
}
