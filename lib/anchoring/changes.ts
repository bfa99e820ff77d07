import { diffArrays } from 'diff';
import { denialsWithin, denies } from './negation-words';
import { numberIn } from './number-words';
import { type Piece, piecesOf } from './wording';

/** What a change of wording touches, where that may turn what was said into something else. */
export type ChangeFlag = 'number' | 'negation' | 'name' | 'quotation-marks';

export interface WordingPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export interface WordingChange {
  /**
   * Joined without those added they are the recorded text; without those removed the current one, typography and white space
   * aside: what is the same is given as it was recorded.
   */
  readonly parts: readonly WordingPart[];
  readonly flags: readonly ChangeFlag[];
  /** The change that matters most, such as "3.4 → 3.1 percent", in at most 60 UTF-16 units; null when no word changed. */
  readonly summary: string | null;
}

/** Pieces that stand in the place of each other, as half-open ranges of the two lists; equal ones if `same`. */
interface Hunk {
  same: boolean;
  readonly from: [number, number];
  readonly to: [number, number];
}

interface Wording {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Beyond as many differing pieces no careful comparison is of use to a reader, and it would take quadratic time. */
const MAX_EDITS = 600;
const SUMMARY_LENGTH = 60;
const ARROW = ' → ';

/**
 * Compares what was recorded with what stands there now, word by word. Typography (the style of quotation marks and
 * dashes, kinds of white space, soft hyphens, composed letters) is no change; quotation marks put in or taken out are.
 * `lang` is the BCP 47 tag of both texts, or null.
 */
export function compareWordings(recorded: string, current: string, lang: string | null): WordingChange {
  const code = lang?.split('-')[0]?.toLowerCase() ?? null;
  const from = { text: recorded, pieces: piecesOf(recorded, lang) };
  const to = { text: current, pieces: piecesOf(current, lang) };
  const hunks = hunksOf(from.pieces, to.pieces);
  const names = new Set([...namesOf(from.pieces, code), ...namesOf(to.pieces, code)]);
  const changed = joinAcrossMarks(hunks, from.pieces);
  const flagged = changed.map((hunk) => ({ hunk, flags: flagsOf(from, to, hunk, names, code) }));
  const found = new Set(flagged.flatMap(({ flags }) => flags));
  const first = flagged.find(({ flags }) => flags.length > 0) ?? flagged[0];
  return {
    parts: partsOf(from, to, hunks),
    flags: (['number', 'negation', 'name', 'quotation-marks'] as const).filter((flag) => found.has(flag)),
    summary: first ? summarise(from, to, withMarked(from, to, first.hunk, changed)) : null,
  };
}

/** All of both lists, in order, alternately the same and not. */
function hunksOf(from: readonly Piece[], to: readonly Piece[]): Hunk[] {
  const a = from.map(({ key }) => key);
  const b = to.map(({ key }) => key);
  const changes = diffArrays(a, b, { maxEditLength: MAX_EDITS }) ?? coarseDiff(a, b);
  const hunks: Hunk[] = [];
  let i = 0;
  let j = 0;
  for (const { added, removed, count } of changes) {
    const last = hunks.at(-1);
    const same = !added && !removed;
    const next: Hunk = { same, from: [i, added ? i : i + count], to: [j, removed ? j : j + count] };
    i = next.from[1];
    j = next.to[1];
    if (last && !last.same && !same) {
      last.from[1] = i;
      last.to[1] = j;
    } else if (count > 0) hunks.push(next);
  }
  return hunks;
}

/** The ends that both have, and between them all of the one for all of the other. */
function coarseDiff(a: readonly string[], b: readonly string[]): { added: boolean; removed: boolean; count: number }[] {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return [
    { added: false, removed: false, count: head },
    { added: false, removed: true, count: a.length - head - tail },
    { added: true, removed: false, count: b.length - head - tail },
    { added: false, removed: false, count: tail },
  ];
}

function partsOf(from: Wording, to: Wording, hunks: readonly Hunk[]): WordingPart[] {
  const parts: { kind: WordingPart['kind']; text: string }[] = [];
  const add = (kind: WordingPart['kind'], text: string) => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  /** White space beside a change: the same where both have some, else put in or taken out. */
  const gap = (before: string, after: string) => {
    if ((before === '') === (after === '')) add('same', before);
    else {
      add('removed', before);
      add('added', after);
    }
  };
  for (const hunk of hunks) {
    const [i, iEnd] = hunk.from;
    const [j, jEnd] = hunk.to;
    if (hunk.same) {
      for (let k = 0; k < iEnd - i; k++) {
        if (k === 0) gap(gapBefore(from, i), gapBefore(to, j));
        else add('same', gapBefore(from, i + k));
        add('same', from.text.slice(from.pieces[i + k]?.start, from.pieces[i + k]?.end));
      }
    } else if (i < iEnd && j < jEnd) {
      gap(gapBefore(from, i), gapBefore(to, j));
      add('removed', stretch(from, i, iEnd));
      add('added', stretch(to, j, jEnd));
    } else {
      if (i < iEnd) add('removed', gapBefore(from, i) + stretch(from, i, iEnd));
      if (j < jEnd) add('added', gapBefore(to, j) + stretch(to, j, jEnd));
    }
  }
  gap(gapBefore(from, from.pieces.length), gapBefore(to, to.pieces.length));
  return parts;
}

/** What stands between a piece and the one before it, or between the last one and the end. */
function gapBefore({ text, pieces }: Wording, at: number): string {
  return text.slice(at === 0 ? 0 : pieces[at - 1]?.end, pieces[at]?.start ?? text.length);
}

/** The text from one piece up to, and without, another. */
function stretch({ text, pieces }: Wording, start: number, end: number): string {
  return start < end ? text.slice(pieces[start]?.start, pieces[end - 1]?.end) : '';
}

/** The changed hunks, those joined that only marks keep apart: a comma that moved out of a quote takes no quote away. */
function joinAcrossMarks(hunks: readonly Hunk[], from: readonly Piece[]): Hunk[] {
  const joined: Hunk[] = [];
  for (const [n, hunk] of hunks.entries()) {
    const last = joined.at(-1);
    if (hunk.same) continue;
    const between = hunks[n - 1];
    const apart = between && from.slice(...between.from).some(({ kind }) => kind === 'word');
    if (last && between && !apart) {
      last.from[1] = hunk.from[1];
      last.to[1] = hunk.to[1];
    } else joined.push({ same: false, from: [...hunk.from], to: [...hunk.to] });
  }
  return joined;
}

function flagsOf(
  from: Wording,
  to: Wording,
  hunk: Hunk,
  names: ReadonlySet<string>,
  lang: string | null,
): ChangeFlag[] {
  const removed = from.pieces.slice(...hunk.from);
  const added = to.pieces.slice(...hunk.to);
  const flags: ChangeFlag[] = [];
  if (!sameBag(numbers(removed, lang), numbers(added, lang))) flags.push('number');
  const denials = (pieces: readonly Piece[], text: string) =>
    pieces.filter(({ key }) => denies(key.toLowerCase(), lang)).length + denialsWithin(text, lang);
  if (denials(removed, stretch(from, ...hunk.from)) !== denials(added, stretch(to, ...hunk.to))) flags.push('negation');
  if (hasNameBesides(removed, added, names) || hasNameBesides(added, removed, names)) flags.push('name');
  if (quotesDiffer(removed, added)) flags.push('quotation-marks');
  return flags;
}

/** Whether there are more or fewer quotation marks, or as many around other words. */
function quotesDiffer(removed: readonly Piece[], added: readonly Piece[]): boolean {
  const keysOf = (pieces: readonly Piece[], ...kinds: Piece['kind'][]) =>
    pieces.flatMap(({ kind, key }) => (kinds.includes(kind) ? [key] : []));
  const differ = (...kinds: Piece['kind'][]) =>
    keysOf(removed, ...kinds).join(' ') !== keysOf(added, ...kinds).join(' ');
  return differ('quotation-mark') || (!differ('word') && differ('word', 'quotation-mark'));
}

function numbers(pieces: readonly Piece[], lang: string | null): string[] {
  return pieces.map(({ key }) => numberIn(key.toLowerCase(), lang)).filter((number) => number !== null);
}

function sameBag(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join('\n') === b.toSorted().join('\n');
}

/** Whether one side has a name that the other has not in any case: "the President" for "the president" is no other man. */
function hasNameBesides(pieces: readonly Piece[], others: readonly Piece[], names: ReadonlySet<string>): boolean {
  const known = new Set(others.map(({ key }) => bare(key)));
  return pieces.some(({ key }) => isCapitalised(key) && names.has(bare(key)) && !known.has(bare(key)));
}

const CAPITALISED = /^\p{Lu}\p{L}/u;
const isCapitalised = (word: string) => CAPITALISED.test(word) && !/^I'/.test(word);
const bare = (word: string) => word.replace(/'s?$/i, '').toLowerCase();

/** What stands before a German noun that is none of a name's companions. */
const DETERMINER =
  /^(?:d(?:er|ie|as|en|em|es)|(?:k?ein|mein|dein|sein|ihr|unser|euer|dies|jed|viel|wenig|all|manch)(?:e[nmrs]?)?|[iv]m|vom|zum|zur|beim|ins|am|\p{Nd}.*)$/iu;

/**
 * The words that are capitalised where no sentence opens, in lower case; one that opens it counts if another follows it
 * ("Ada Holm") or nothing does. German writes all nouns so: there only those without an article.
 */
function namesOf(pieces: readonly Piece[], lang: string | null): string[] {
  return pieces
    .filter(({ key, kind, opens }, at) => {
      if (kind !== 'word' || !isCapitalised(key)) return false;
      const next = pieces[at + 1];
      if (opens) return pieces.length === 1 || (next?.kind === 'word' && isCapitalised(next.key));
      return lang !== 'de' || !DETERMINER.test(pieces[at - 1]?.key ?? '');
    })
    .map(({ key }) => bare(key));
}

/** A mark that came or went together with the next one says nothing without the words between them. */
function withMarked(from: Wording, to: Wording, hunk: Hunk, changed: readonly Hunk[]): Hunk {
  const next = changed[changed.indexOf(hunk) + 1];
  const hasWord = (one: Hunk) =>
    [...from.pieces.slice(...one.from), ...to.pieces.slice(...one.to)].some(({ kind }) => kind === 'word');
  if (!next || hasWord(hunk) || hasWord(next)) return hunk;
  return { same: false, from: [hunk.from[0], next.from[1]], to: [hunk.to[0], next.to[1]] };
}

/** "before → after", with a word beside it where one side would be empty or a figure would stand alone. */
function summarise(from: Wording, to: Wording, hunk: Hunk): string {
  const [i, iEnd] = hunk.from;
  const [j, jEnd] = hunk.to;
  const oneSided = i === iEnd || j === jEnd;
  const isWord = (wording: Wording, at: number) => wording.pieces[at]?.kind === 'word';
  const follow = isWord(from, iEnd) && isWord(to, jEnd);
  // A mark that opens belongs to the word behind it.
  const opens = follow && (i < iEnd ? from.pieces[iEnd] : to.pieces[jEnd])?.spaced === false;
  const hasBefore = oneSided && !opens && i > 0 && j > 0;
  const hasAfter = !hasBefore && follow && (oneSided || (isWord(from, iEnd - 1) && isWord(to, jEnd - 1)));
  const before = stretch(from, i - (hasBefore ? 1 : 0), iEnd + (hasAfter && oneSided ? 1 : 0));
  const after = stretch(to, j - (hasBefore ? 1 : 0), jEnd + (hasAfter ? 1 : 0));
  const room = SUMMARY_LENGTH - ARROW.length;
  const half = Math.floor(room / 2);
  const left = clip(before, Math.max(half, room - after.length));
  return left + ARROW + clip(after, room - left.length);
}

/** At most `length` units of a text on one line, cut between words where there are any. */
function clip(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= length) return line;
  const cut = line.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), cut.length - 12)).trimEnd()}…`;
}
