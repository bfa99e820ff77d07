import { fold } from './fold';

/** A word, a figure or a mark of a text, as it is compared with those of another wording. */
export interface Piece {
  /** UTF-16 offsets in the text; white space between pieces belongs to none. */
  readonly start: number;
  readonly end: number;
  /** Equal for pieces that differ by typography alone. */
  readonly key: string;
  readonly kind: 'word' | 'quotation-mark' | 'mark';
  /** Opens a sentence, or what may be one: the text itself, or a quote within it. */
  readonly opens: boolean;
  /** White space stands before it. */
  readonly spaced: boolean;
}

/** `text` is folded. A single mark may be an apostrophe. */
type Rough = { start: number; end: number; text: string; kind: Piece['kind']; single: boolean; spaced: boolean };

const BLANK = /^\s+$/;
/** Most pieces: nothing in them folds. */
const PLAIN = /^[\w.,]+$/;
/** What makes a double mark when it stands twice. */
const HALF = /^['`‚]$/;
const SINGLE = /^['’`]$/;
/** Folding leaves the brackets of Chinese and Japanese quotations as they are. */
const QUOTATION_MARK = /^["「」『』]$/;
const WORD = /[\p{L}\p{N}]/u;
const WORD_END = /[\p{L}\p{N}\p{M}]$/u;
const FIGURE = /^\p{Nd}{1,3}$|^\p{Nd}{1,3}(?:\s\p{Nd}{3})+$/u;
const THREE_DIGITS = /^\p{Nd}{3}$/u;
const SENTENCE_END = /^[.!?…:。！？：]+$/u;
/** Two words that are one. */
const TWO_WORDS = /^(?:no one|per cent|pour cent|por ciento|por cento|per cento)$/;

/** Cuts a text into pieces, in order; `lang` is a BCP 47 tag or null. */
export function piecesOf(text: string, lang: string | null): Piece[] {
  return withOpenings(joinPieces(roughPieces(text, lang)));
}

const segmenters = new Map<string, Intl.Segmenter>();

/** One of each language is kept: making one takes longer than most passages. */
function segmenter(lang: string): Intl.Segmenter {
  const kept = segmenters.get(lang);
  if (kept) return kept;
  const made = new Intl.Segmenter(known(lang), { granularity: 'word' });
  segmenters.set(lang, made);
  return made;
}

/** Pages declare languages that do not exist. */
function known(lang: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(lang)[0] ?? 'en';
  } catch (error) {
    if (error instanceof RangeError) return 'en';
    throw error;
  }
}

function roughPieces(text: string, lang: string | null): Rough[] {
  const pieces: Rough[] = [];
  let spaced = false;
  /** The last segment could not be seen, such as a soft hyphen: what it stands between is one. */
  let glued = false;
  for (const { segment, index } of segmenter(lang ?? 'en').segment(text)) {
    const folded = BLANK.test(segment) ? '' : PLAIN.test(segment) ? segment : fold(segment).trim();
    const last = pieces.at(-1);
    const end = index + segment.length;
    if (folded === '') {
      const blank = /\s/.test(segment);
      glued = !blank && last !== undefined && !spaced;
      spaced ||= blank;
      continue;
    }
    const kind = QUOTATION_MARK.test(folded) ? 'quotation-mark' : WORD.test(folded) ? 'word' : 'mark';
    const single = SINGLE.test(segment);
    if (last && !spaced && glued && last.kind === 'word' && kind === 'word') {
      last.end = end;
      last.text += folded;
    } else if (last && !spaced && HALF.test(segment) && text.slice(last.start, last.end) === segment) {
      // '' is one double mark.
      last.end = end;
      last.single = false;
    } else {
      pieces.push({ start: index, end, text: folded, kind, single, spaced });
    }
    spaced = false;
    glued = false;
  }
  return pieces;
}

/** Joins what the rules for word boundaries cut apart though it is one to a reader. */
function joinPieces(rough: readonly Rough[]): Rough[] {
  const joined: Rough[] = [];
  let openSingles = 0;
  for (const piece of rough) {
    const last = joined.at(-1);
    if (last && joins(last, piece, openSingles > 0)) {
      last.end = piece.end;
      last.text += (piece.spaced ? ' ' : '') + piece.text;
      if (piece.kind === 'word') last.kind = 'word';
      continue;
    }
    if (piece.single) {
      openSingles += last && !piece.spaced && WORD_END.test(last.text) ? -1 : 1;
      openSingles = Math.max(0, openSingles);
    }
    joined.push({ ...piece });
  }
  return joined;
}

function joins(last: Rough, next: Rough, singleIsOpen: boolean): boolean {
  if (next.spaced) {
    if (last.kind !== 'word' || next.kind !== 'word') return false;
    // 1 200 000
    if (FIGURE.test(last.text) && THREE_DIGITS.test(next.text)) return true;
    return TWO_WORDS.test(`${last.text} ${next.text}`.toLowerCase());
  }
  // A minus before a figure; what ends a word after which none is open is an apostrophe; "--", "...", "?!" are one mark.
  if (last.text === '-' && last.kind === 'mark')
    return next.text === '-' || (last.spaced && /^\p{Nd}/u.test(next.text));
  if (next.kind === 'quotation-mark') return next.single && last.kind === 'word' && !singleIsOpen;
  return last.kind === 'mark' && next.kind === 'mark' && last.text.endsWith(next.text);
}

function withOpenings(joined: readonly Rough[]): Piece[] {
  let opens = true;
  return joined.map(({ text, single: _, ...piece }) => {
    const own = opens;
    if (piece.kind === 'word') opens = false;
    else if (piece.kind === 'quotation-mark' || SENTENCE_END.test(text)) opens = true;
    return { ...piece, key: keyOf(text, piece.kind), opens: own };
  });
}

function keyOf(text: string, kind: Piece['kind']): string {
  if (kind === 'quotation-mark') return '"';
  if (kind === 'word') return text.replaceAll('"', "'");
  return /^-+$/.test(text) ? '-' : text;
}
