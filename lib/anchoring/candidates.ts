import { type Alignment, align, weightOf } from './align';
import { findAll } from './find';
import type { Pattern } from './pattern';
import { firstIndex, type TextIndex } from './text-index';
import type { Words } from './words';

/** A place where a passage may stand, in units of the folded text. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** The words are the same, typography aside. */
  readonly isSame: boolean;
  /** All that was recorded of the surroundings adjoins, unchanged. */
  readonly contextIntact: boolean;
  /** What adjoins it in its block, or in the next ones if that is next to nothing, is unchanged. */
  readonly neighboursIntact: boolean;
  /** How much of the passage, of the words before it and of those after it is there: 0 to 1. */
  readonly quote: number;
  readonly before: number;
  readonly after: number;
  /** Of both together: what stands in other blocks counts less. */
  readonly context: number;
  /** All of it in one figure, 0 to 1. */
  readonly score: number;
}

/** So many of the places with the same words are looked at closely, those whose surroundings agree most. */
const CLOSE_LOOKS = 3;
/** So many occurrences of the words are told apart; a text that has more of them says nothing more. */
const MAX_HITS = 2_000;
/** So many places are looked at where some of the words stand. */
const MAX_SEEDS = 6;

/** The places where a passage may stand, the best first; of places that overlap only the best. */
export function candidatesFor(pattern: Pattern, index: TextIndex): Candidate[] {
  const hits = hitsOf(pattern, index);
  const intact = hits.filter(({ isIntact }) => isIntact).slice(0, CLOSE_LOOKS);
  if (intact.length > 0) {
    // Nothing fits better than the same words in the same surroundings; the next best tells how sure that is.
    const others = hits.filter(({ isIntact }) => !isIntact).slice(0, 1);
    return judged([...intact, ...others], hits, pattern, index);
  }
  const found = withoutOverlaps([
    ...judged(hits.slice(0, CLOSE_LOOKS), hits, pattern, index),
    ...judgedSeeds(pattern, index, MAX_SEEDS, null),
  ]);
  const [best] = found;
  if (!best) return found;
  return withoutOverlaps([...found, ...besides(wordsIn(best, index), pattern, index)]);
}

/** How well a passage fits the best place other than its own, where it begins at folded unit `at`: 0 when there is none. */
export function lookAlike(pattern: Pattern, index: TextIndex, at: number): number {
  const hits = hitsOf(pattern, index);
  const others = hits.filter((hit) => hit.at !== at);
  const own = wordsIn({ start: at, end: at + pattern.exact.length }, index);
  const elsewhere = [
    ...judged(others.slice(0, 1), hits, pattern, index),
    ...judgedSeeds(pattern, index, RIVAL_SEEDS, own),
    ...besides(own, pattern, index),
  ];
  return Math.max(0, ...elsewhere.map(({ score }) => score));
}

const RIVAL_SEEDS = 3;

function hitsOf(pattern: Pattern, index: TextIndex): Hit[] {
  const hits = findAll(index, pattern.exact, MAX_HITS).map((at) => hitAt(at, pattern, index));
  return hits.sort((a, b) => b.run - a.run);
}

/** The places around which most of the rare words stand, those aside that `taken` is near to. */
function judgedSeeds(pattern: Pattern, index: TextIndex, most: number, taken: WordRange | null): Candidate[] {
  return diagonalsOf(pattern, index, most)
    .map((diagonal) => windowAt(diagonal, pattern, index))
    .filter(({ from, to }) => !taken || to <= taken.from || from >= taken.to)
    .map((window) => judge(window, pattern, index))
    .filter((candidate) => candidate !== null);
}

/** The best places right before and right behind one: what is built alike often stands side by side. */
function besides({ from, to }: WordRange, pattern: Pattern, index: TextIndex): Candidate[] {
  const reach = pattern.words.count + SLACK;
  return [
    { from: Math.max(0, from - reach), to: from },
    { from: to, to: Math.min(index.words.count, to + reach) },
  ]
    .map((window) => judge(window, pattern, index))
    .filter((candidate) => candidate !== null);
}

const wordsIn = ({ start, end }: { start: number; end: number }, index: TextIndex): WordRange => ({
  from: wordFrom(index, start),
  to: firstIndex(index.words.count, (i) => (index.words.starts[i] ?? 0) >= end),
});

interface Hit {
  readonly at: number;
  /** How many units of the surroundings adjoin, unchanged. */
  readonly before: number;
  readonly after: number;
  readonly run: number;
  readonly isIntact: boolean;
}

function hitAt(at: number, { prefix, exact, suffix }: Pattern, { folded }: TextIndex): Hit {
  const before = commonEnd(folded.text, at, prefix);
  const after = commonStart(folded.text, at + exact.length, suffix);
  // At the outer edges the fold may see other neighbours than it did when the passage was recorded.
  const isIntact = before >= prefix.length - blankStart(prefix) && after >= suffix.length - blankEnd(suffix);
  return { at, before, after, run: before + after, isIntact };
}

const blankStart = (text: string): number => /^[ "-]*/.exec(text)?.[0].length ?? 0;
const blankEnd = (text: string): number => /[ "-]*$/.exec(text)?.[0].length ?? 0;

function judged(hits: readonly Hit[], all: readonly Hit[], pattern: Pattern, index: TextIndex): Candidate[] {
  return hits.map((hit) => judgeHit(hit, all, pattern, index));
}

function judgeHit(hit: Hit, all: readonly Hit[], pattern: Pattern, index: TextIndex): Candidate {
  const { at, isIntact } = hit;
  const end = at + pattern.exact.length;
  if (isIntact)
    return { start: at, end, isSame: true, contextIntact: true, neighboursIntact: true, ...scored(1, 1, 1, pattern) };
  // Edited surroundings count too, but those next to another occurrence of the passage are its own.
  const { words, folded } = index;
  const left = all.reduce((nearest, other) => (other.at < at ? Math.max(nearest, other.at) : nearest), -1);
  const right = all.reduce(
    (nearest, other) => (other.at > at ? Math.min(nearest, other.at) : nearest),
    folded.text.length,
  );
  const range = wordsIn({ start: at, end }, index);
  const { first, last, words: own } = pattern;
  const before = align(pattern, index, {
    rows: { from: 0, to: first },
    columns: { from: Math.max(left < 0 ? 0 : wordFrom(index, left + 1), range.from - first - SLACK), to: range.from },
    free: { start: true, end: false },
  });
  const after = align(pattern, index, {
    rows: { from: last, to: own.count },
    columns: { from: range.to, to: Math.min(wordFrom(index, right), words.count, range.to + own.count - last + SLACK) },
    free: { start: false, end: true },
  });
  const alignment: Alignment = {
    on: before.on.map((place, i) => (i < first ? place : (after.on[i] ?? -1))),
    alike: before.alike.map((alike, i) => (i < first ? alike : (after.alike[i] ?? 0))),
  };
  const whole = withInserted(range, alignment, pattern, index);
  const { start, end: wholeEnd } =
    whole.from === range.from && whole.to === range.to ? { start: at, end } : withMarks(whole, pattern, index);
  const isSame = start === at && wholeEnd === end;
  return {
    start,
    end: wholeEnd,
    isSame,
    contextIntact: false,
    neighboursIntact: neighboursIntact(start, wholeEnd, pattern, index),
    ...scored(
      isSame ? 1 : (2 * (range.to - range.from)) / (range.to - range.from + whole.to - whole.from),
      contextOf(alignment, whole, pattern, 'before'),
      contextOf(alignment, whole, pattern, 'after'),
      pattern,
    ),
  };
}

/** The best place within a stretch of the text; null when no word of the passage lies on any of it. */
function judge(window: WordRange, pattern: Pattern, index: TextIndex): Candidate | null {
  const alignment = align(pattern, index, {
    rows: { from: 0, to: pattern.words.count },
    columns: window,
    free: { start: true, end: true },
  });
  const aligned = rangeOf(alignment, pattern);
  if (!aligned) return null;
  const range = withInserted(aligned, alignment, pattern, index);
  const { words, first, last } = pattern;
  let recorded = 0;
  let shared = 0;
  let present = 0;
  for (let i = first; i < last; i++) {
    recorded += weightOf(words, i);
    shared += weightOf(words, i) * (alignment.alike[i] ?? 0);
  }
  for (let j = range.from; j < range.to; j++) present += weightOf(index.words, j);
  const quote = (2 * shared) / (recorded + present);
  const { start, end } = withMarks(range, pattern, index);
  const isSame = index.folded.text.slice(start, end) === pattern.exact;
  return {
    start,
    end,
    isSame,
    contextIntact: false,
    neighboursIntact: neighboursIntact(start, end, pattern, index),
    ...scored(
      quote,
      contextOf(alignment, range, pattern, 'before'),
      contextOf(alignment, range, pattern, 'after'),
      pattern,
    ),
  };
}

/** In fewer units than this next to the passage nobody says who said it. */
const FEW_UNITS = 12;

function neighboursIntact(start: number, end: number, pattern: Pattern, { folded }: TextIndex): boolean {
  const { prefix, suffix, innerStart, outerEnd } = pattern;
  const before = prefix.length - innerStart;
  const after = outerEnd - pattern.end;
  const isLittle = before + after < FEW_UNITS;
  return (
    commonEnd(folded.text, start, prefix) >= (isLittle ? prefix.length - blankStart(prefix) : before) &&
    commonStart(folded.text, end, suffix) >= (isLittle ? suffix.length - blankEnd(suffix) : after)
  );
}

/** A passage counts by its length up to this, its surroundings as much as so many units of passage. */
const MOST_LENGTH = 160;
const LEAST_LENGTH = 20;
const CONTEXT_WORTH = 80;

function scored(quote: number, before: number, after: number, pattern: Pattern) {
  const length = Math.min(pattern.exact.length, MOST_LENGTH) + LEAST_LENGTH;
  const worthBefore = worthOf(pattern, 'before');
  const worthAfter = worthOf(pattern, 'after');
  const worth = worthBefore + worthAfter;
  const context = worth === 0 ? 1 : (before * worthBefore + after * worthAfter) / worth;
  const score = (quote * length + context * CONTEXT_WORTH) / (length + CONTEXT_WORTH);
  return { quote, before, after, context, score };
}

/** Words near the passage tell more than those further out: half as much at this distance, in words. */
const NEAR = 6;
/** Other blocks come and go beside that of the passage: all of them on one side count as much as half a long word. */
const OTHER_BLOCKS = 4;
/** Surroundings that stand this far off, in words, from where they should tell half as much. */
const FAR = 8;

/** The words around the passage on one side, with what each of them counts. */
function around({ words, first, last, inner, outer }: Pattern, side: 'before' | 'after') {
  const count = side === 'before' ? first : words.count - last;
  const found = Array.from({ length: count }, (_, k) => {
    const i = side === 'before' ? first - 1 - k : last + k;
    return { i, isInBlock: i >= inner && i < outer, weight: weightOf(words, i) / (1 + k / NEAR) };
  });
  const others = found.reduce((sum, { isInBlock, weight }) => (isInBlock ? sum : sum + weight), 0);
  return found.map(({ i, isInBlock, weight }) => ({
    i,
    weight: isInBlock ? weight : (weight * OTHER_BLOCKS) / others,
  }));
}

function worthOf(pattern: Pattern, side: 'before' | 'after'): number {
  return around(pattern, side).reduce((sum, { weight }) => sum + weight, 0);
}

/** How much of the surroundings on one side is there. What was recorded as nothing can't be missing. */
function contextOf({ on, alike }: Alignment, range: WordRange, pattern: Pattern, side: 'before' | 'after'): number {
  let all = 0;
  let there = 0;
  for (const { i, weight } of around(pattern, side)) {
    all += weight;
    const place = on[i] ?? -1;
    if (place < 0) continue;
    const expected = side === 'before' ? range.from - (pattern.first - i) : range.to + (i - pattern.last);
    there += (weight * (alike[i] ?? 0)) / (1 + Math.abs(expected - place) / FAR);
  }
  return all === 0 ? 1 : there / all;
}

/** Words of the text: indices, `to` excluded. */
interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** The words of the text that the passage's words lie on. */
function rangeOf({ on }: Alignment, { first, last }: Pattern): WordRange | null {
  let from = -1;
  let to = -1;
  for (let i = first; i < last; i++) {
    const j = on[i] ?? -1;
    if (j < 0) continue;
    if (from < 0) from = j;
    to = j + 1;
  }
  return from < 0 ? null : { from, to };
}

/** More words than this, put in at an end of the passage, are no edit of it. */
const MOST_INSERTED = 6;

/**
 * Words that were put in at an end of the passage belong to it when the quotation mark that set it off now stands before,
 * or after, them.
 */
function withInserted(
  range: WordRange,
  { on, alike }: Alignment,
  pattern: Pattern,
  { words, folded }: TextIndex,
): WordRange {
  const gapIn = (own: Words, text: string, i: number) => text.slice(own.ends[i - 1] ?? 0, own.starts[i]);
  const { first, last } = pattern;
  let { from, to } = range;
  const before = on[first - 1] ?? -1;
  if (before >= 0 && alike[first - 1] === 1 && before < from - 1 && from - 1 - before <= MOST_INSERTED) {
    const mark = gapIn(pattern.words, pattern.folded, first);
    if (mark.includes('"') && mark === gapIn(words, folded.text, before + 1)) from = before + 1;
  }
  const after = on[last] ?? -1;
  if (last < pattern.words.count && after >= 0 && alike[last] === 1 && after > to && after - to <= MOST_INSERTED) {
    const mark = gapIn(pattern.words, pattern.folded, last);
    if (mark.includes('"') && mark === gapIn(words, folded.text, after)) to = after;
  }
  return { from, to };
}

/** From words to units: marks that belong to the passage's ends ("“…,”") belong to those of the place too. */
function withMarks({ from, to }: WordRange, pattern: Pattern, { words, folded }: TextIndex) {
  const wordStart = words.starts[from] ?? 0;
  const wordEnd = words.ends[to - 1] ?? 0;
  const head = pattern.folded.slice(pattern.start, pattern.words.starts[pattern.first] ?? pattern.start);
  const tail = pattern.folded.slice(pattern.words.ends[pattern.last - 1] ?? pattern.end, pattern.end);
  const before = folded.text.slice(from > 0 ? (words.ends[from - 1] ?? 0) : 0, wordStart);
  const after = folded.text.slice(wordEnd, words.starts[to] ?? folded.text.length);
  const headLength = before.endsWith(head)
    ? head.length
    : Math.min(head.length, before.length - (before.lastIndexOf(' ') + 1));
  const blank = after.indexOf(' ');
  const tailLength = after.startsWith(tail) ? tail.length : Math.min(tail.length, blank < 0 ? after.length : blank);
  return { start: wordStart - headLength, end: wordEnd + tailLength };
}

/** How far, in words, a place may be shifted within the stretch that is searched for it. */
const SLACK = 24;

function windowAt(diagonal: number, pattern: Pattern, index: TextIndex): WordRange {
  const { count } = pattern.words;
  const slack = SLACK + Math.floor(count / 3);
  const from = Math.max(0, diagonal - slack);
  return { from, to: Math.max(from, Math.min(index.words.count, diagonal + count + slack)) };
}

/** Words that occur more often than this tell a place only together with the next. */
const RARE = 40;
const TOO_FREQUENT = 2_000;
/** Places whose offsets from the recorded words differ by less than this, in words, are one. */
const BUCKET = 8;

/** Where, in words of the text, the pattern would begin if it stood where most of its rare words do; the best first. */
function diagonalsOf({ words, first, last }: Pattern, { words: text, occurrences }: TextIndex, most: number): number[] {
  const votes = new Map<number, number>();
  for (let i = 0; i < words.count; i++) {
    const id = words.ids[i] ?? 0;
    const count = occurrences.countOf(id);
    if (count === 0 || count > TOO_FREQUENT) continue;
    const next = i + 1 < words.count ? words.ids[i + 1] : null;
    const worth = (weightOf(words, i) / (1 + Math.log(count))) * (i >= first && i < last ? 1 : 0.5);
    for (const place of occurrences.placesOf(id)) {
      const isPair = next !== null && place + 1 < text.count && text.ids[place + 1] === next;
      if (count > RARE && !isPair) continue;
      const bucket = Math.floor((place - i) / BUCKET);
      votes.set(bucket, (votes.get(bucket) ?? 0) + worth * (isPair ? 2 : 1));
    }
  }
  // A place near the edge of its bucket has votes in the neighbour too.
  const sums = [...votes].map(([bucket, sum]) => [bucket, sum + 0.9 * (votes.get(bucket + 1) ?? 0)] as const);
  sums.sort((a, b) => b[1] - a[1]);
  const chosen: number[] = [];
  for (const [bucket] of sums) {
    if (chosen.some((other) => Math.abs(other - bucket) <= 1)) continue;
    chosen.push(bucket);
    if (chosen.length >= most) break;
  }
  return chosen.map((bucket) => bucket * BUCKET + BUCKET);
}

function withoutOverlaps(candidates: Candidate[]): Candidate[] {
  candidates.sort((a, b) => b.score - a.score || a.start - b.start);
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    if (!kept.some((other) => candidate.start < other.end && candidate.end > other.start)) kept.push(candidate);
  }
  return kept;
}

/** The first word that ends after a unit of the folded text. */
const wordFrom = ({ words }: TextIndex, at: number): number =>
  firstIndex(words.count, (i) => (words.ends[i] ?? 0) > at);

/** How many units before `end` are the last ones of `prefix`. */
function commonEnd(text: string, end: number, prefix: string): number {
  let n = 0;
  while (n < prefix.length && n < end && text[end - 1 - n] === prefix[prefix.length - 1 - n]) n++;
  return n;
}

/** How many units from `start` on are the first ones of `suffix`. */
function commonStart(text: string, start: number, suffix: string): number {
  let n = 0;
  while (n < suffix.length && text[start + n] === suffix[n]) n++;
  return n;
}
