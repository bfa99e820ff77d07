import type { Quotation } from '../marks/quotations';
import type { Span } from '../span';
import { type Attribution, attributionTo } from './attribute';
import type { Frame, Frames } from './frames';
import type { Language } from './language';
import type { Paragraph, TokenRange } from './paragraph';
import { LEAST_OUTSIDE, statementOf } from './statement';

/** A statement in reported speech: "she said that …", "…, he said". */
export interface Reported {
  readonly segments: readonly Span[];
  /** `mixed` where part of it stands between marks. */
  readonly type: 'indirect' | 'mixed';
  readonly attribution: Attribution;
}

const LEAST_WORDS = 4;
/** In tokens; no sentence that a person could tag is longer. */
const LONGEST_SENTENCE = 250;

/** The reported speech of all paragraphs, at most one statement for each sentence and speaker. */
export function reportedSpeech(
  paragraphs: readonly Paragraph[],
  quotations: readonly Quotation[],
  allFrames: Frames,
  language: Language,
): Reported[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.sentences.flatMap((sentence, s) => {
      if (sentence.to - sentence.from > LONGEST_SENTENCE) return [];
      const frames = (allFrames[paragraph.index]?.[s] ?? []).filter(
        (frame) => introducesStatement(frame) && agrees(paragraph, frame, language),
      );
      const found: Reported[] = [];
      let covered = sentence.from;
      for (const frame of frames) {
        if ((frame.cue?.from ?? frame.from) < covered) continue;
        const statement = statementOf(paragraph, sentence, frame, frames, covered, language);
        if (!statement || !isStatement(paragraph, statement.ranges)) continue;
        covered = Math.max(frame.to, statement.ranges[statement.ranges.length - 1]?.to ?? 0);
        found.push({
          segments: statement.ranges.map((range) => spanIn(paragraph, range)),
          type: statement.ranges.some((range) => holdsQuote(paragraph, range)) ? 'mixed' : 'indirect',
          attribution: attributionTo(paragraph, frame, statement.rule),
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

const introducesStatement = ({ kind, strength, link, subject }: Frame): boolean =>
  strength === 3 && link !== 'which' && kind !== 'noun' && kind !== 'colon' && subject.pronoun !== 'I';

/** "officials say", "would say", but not "the official say": a bare verb needs a plural or an auxiliary. */
function agrees({ tokens }: Paragraph, { cue, subject }: Frame, language: Language): boolean {
  const token = tokens[cue?.from ?? -1];
  if (!token || language.cues.get(token.lower)?.form !== 'base') return true;
  const before = tokens[(cue?.from ?? 0) - 1]?.lower ?? '';
  const last = tokens[subject.to - 1]?.lower ?? '';
  return (
    language.auxiliaries.has(before) ||
    before === 'to' ||
    last.endsWith('s') ||
    language.people.has(last) ||
    subject.pronoun === 'they'
  );
}

/** Long enough, and not a quotation alone, which is a direct quote. */
function isStatement({ tokens }: Paragraph, ranges: readonly TokenRange[]): boolean {
  const all = ranges.flatMap(({ from, to }) => tokens.slice(from, to));
  const words = all.filter(({ kind }) => kind === 'word').length;
  const quoted = all.filter(({ kind }) => kind === 'quote').length;
  return words >= LEAST_WORDS || (quoted > 0 && words >= LEAST_OUTSIDE - 1);
}

function holdsQuote({ tokens }: Paragraph, { from, to }: TokenRange): boolean {
  for (let i = from; i < to; i++) if (tokens[i]?.kind === 'quote') return true;
  return false;
}
