import type { Quotation } from '../marks/quotations';
import type { Span } from '../span';
import type { Attribution } from './attribute';
import { type Frame, framesIn } from './frames';
import type { Language } from './language';
import type { Paragraph, TokenRange } from './paragraph';
import type { Rule } from './rank';

/** A statement in reported speech: "she said that …", "…, he said". */
export interface Reported {
  readonly segments: readonly Span[];
  /** `mixed` where part of it stands between marks. */
  readonly type: 'indirect' | 'mixed';
  readonly attribution: Attribution;
}

const LEAST_WORDS = 4;
/** Between the verb and "that": to whom, when and where. */
const MOST_BEFORE_THAT = 8;
/** What may follow "he said" at the end: "on Tuesday in Halverstad". */
const MOST_AFTER_CUE = 12;

/** The reported speech of all paragraphs, at most one statement for each sentence and speaker. */
export function reportedSpeech(
  text: string,
  paragraphs: readonly Paragraph[],
  quotations: readonly Quotation[],
  language: Language,
): Reported[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.sentences.flatMap((sentence) => {
      const frames = framesIn(paragraph, sentence, language).filter(
        ({ kind, strength, link }) => strength === 3 && link !== 'which' && (kind === 'verb' || kind === 'inverted' || kind === 'phrase'),
      );
      const found: Reported[] = [];
      let covered = sentence.from;
      for (const frame of frames) {
        if (frame.from < covered) continue;
        const statement = statementOf(paragraph, sentence, frame, frames, covered, language);
        if (!statement || !isStatement(paragraph, statement.ranges)) continue;
        covered = Math.max(frame.to, statement.ranges[statement.ranges.length - 1]?.to ?? 0);
        found.push({
          segments: statement.ranges.map((range) => spanIn(paragraph, range)),
          type: statement.ranges.some((range) => holdsQuote(paragraph, range)) ? 'mixed' : 'indirect',
          attribution: attributionOf(paragraph, frame, statement.rule),
        });
      }
      return found;
    }),
  );

  function spanIn({ tokens }: Paragraph, { from, to }: TokenRange): Span {
    const last = tokens[to - 1];
    const isEnd = last?.kind === 'quote';
    const end = isEnd ? (quotations[last.quote]?.outer.end ?? last.end) : (last?.end ?? 0);
    return { start: tokens[from]?.start ?? 0, end };
  }
}

interface Statement {
  readonly ranges: readonly TokenRange[];
  readonly rule: Rule;
}

/** The tokens of what a frame's subject states. */
function statementOf(
  paragraph: Paragraph,
  sentence: TokenRange,
  frame: Frame,
  frames: readonly Frame[],
  covered: number,
  language: Language,
): Statement | null {
  const { tokens } = paragraph;
  const end = withoutStop(paragraph, sentence);
  const isTrailing = frame.from > sentence.from && /^[,—–-]$/.test(tokens[frame.from - 1]?.text ?? '');
  const after = frame.kind === 'phrase' ? tokens[frame.to]?.text === ',' : false;
  if (frame.kind === 'phrase') {
    if (frame.from === sentence.from && after) return { ranges: [{ from: frame.to + 1, to: end }], rule: 'phrase' };
    if (isTrailing) return { ranges: [{ from: covered, to: frame.from - 1 }], rule: 'phrase' };
    return null;
  }
  if (isTrailing && endsAttribution(frame)) {
    const before = { from: covered, to: frame.from - 1 };
    const close = tokens[frame.to]?.text === ',' && frame.to + 1 < end ? frame.to + 1 : -1;
    const isSplit = close > 0 && !frames.some(({ from, to }) => from >= frame.to && to <= end);
    return { ranges: isSplit ? [before, { from: close, to: end }] : [before], rule: 'right' };
  }
  const from = startOfStatement(frame);
  if (from === null) return null;
  return { ranges: [{ from, to: endOfStatement(from) }], rule: frame.link === 'beside' ? 'left' : 'main' };

  /** Whether nothing but when and where follows up to the end, or a comma. */
  function endsAttribution({ to }: Frame): boolean {
    for (let i = to; i < Math.min(end, to + MOST_AFTER_CUE); i++) {
      const token = tokens[i];
      if (!token || token.text === ',') return true;
      if (token.kind === 'quote' || language.conjunctions.has(token.lower)) return false;
      if (i === to && paragraph.phraseFrom.has(i)) return language.times.has(token.lower);
    }
    return end - to < MOST_AFTER_CUE;
  }

  function startOfStatement({ cue, to, kind }: Frame): number | null {
    if (!cue || kind === 'inverted') return null;
    for (let i = to; i < Math.min(end, to + MOST_BEFORE_THAT); i++) {
      const token = tokens[i];
      if (!token || token.kind === 'quote' || /^[,:;]$/.test(token.text)) break;
      if (token.lower === 'that') return i + 1;
    }
    const isTold = /^(?:told|tells|tell|telling)$/.test(tokens[cue.from]?.lower ?? '');
    const listener = isTold ? paragraph.phraseFrom.get(to) : undefined;
    const from = listener ? listener.to : to;
    return paragraph.phraseFrom.has(from) || tokens[from]?.lower === 'there' ? from : null;
  }

  /** A comma and another verb of speech, or a semicolon, ends the statement. */
  function endOfStatement(from: number): number {
    for (let i = from + 1; i < end; i++) {
      if (tokens[i]?.text === ';') return i;
      if (tokens[i]?.text !== ',') continue;
      const next = language.conjunctions.has(tokens[i + 1]?.lower ?? '') ? i + 2 : i + 1;
      if (frames.some(({ cue, subject }) => cue?.from === next || (subject.from === next && subject.to <= (cue?.from ?? 0)))) return i;
    }
    return end;
  }
}

function withoutStop({ tokens }: Paragraph, { from, to }: TokenRange): number {
  let end = to;
  while (end > from && /^[.!?…)]$/.test(tokens[end - 1]?.text ?? '')) end--;
  return end;
}

/** Long enough, and not a quotation alone, which is a direct quote. */
function isStatement({ tokens }: Paragraph, ranges: readonly TokenRange[]): boolean {
  const all = ranges.flatMap(({ from, to }) => tokens.slice(from, to));
  const words = all.filter(({ kind }) => kind === 'word').length;
  const quoted = all.filter(({ kind }) => kind === 'quote').length;
  return words >= LEAST_WORDS || (quoted > 0 && words >= 2);
}

function holdsQuote({ tokens }: Paragraph, { from, to }: TokenRange): boolean {
  for (let i = from; i < to; i++) if (tokens[i]?.kind === 'quote') return true;
  return false;
}

const attributionOf = (paragraph: Paragraph, { subject, antecedent, cue }: Frame, rule: Rule): Attribution => ({
  paragraph: paragraph.index,
  subject,
  antecedent,
  cue,
  rule,
  hasRival: false,
  from: null,
});
