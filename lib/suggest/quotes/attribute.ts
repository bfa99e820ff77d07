import type { Quotation } from '../marks/quotations';
import type { Frame, Frames } from './frames';
import type { Language } from './language';
import type { Paragraph, TokenRange } from './paragraph';
import type { Phrase } from './phrases';
import { probabilityOf } from './probability';
import { bestFrame, type Rule } from './rank';
import { clauseSubject } from './subject';

/** Who is thought to say a quotation, as the text has it. */
export interface Attribution {
  readonly paragraph: number;
  readonly subject: Phrase;
  /** What "who" stands for. */
  readonly antecedent: Phrase | null;
  readonly cue: TokenRange | null;
  readonly rule: Rule;
  /** Another subject of its sentence is nearly as likely. */
  readonly hasRival: boolean;
  /** The last of several who say it: "Lindqvist and Castellan said". */
  readonly isJoint: boolean;
  /** The rules that an attribution went through when it was taken over from another quotation. */
  readonly from: Attribution | null;
}

/** How many sentences of its paragraph are looked through for who says a quotation that stands alone. */
const MOST_SENTENCES_BACK = 4;
/** How far from a quotation, in tokens, a cue may stand. */
const REACH = 90;

type Told = Pick<Frame, 'subject' | 'antecedent' | 'cue'>;

/** What a frame says, by the rule that chose it. */
export const attributionTo = (paragraph: Paragraph, frame: Told, rule: Rule, hasRival = false): Attribution => ({
  paragraph: paragraph.index,
  subject: frame.subject,
  antecedent: frame.antecedent,
  cue: frame.cue,
  rule,
  hasRival,
  isJoint: isJoint(paragraph, frame.subject),
  from: null,
});

function isJoint({ tokens, phraseUpTo }: Paragraph, { from, kind }: Phrase): boolean {
  const other = tokens[from - 1]?.lower === 'and' ? phraseUpTo.get(from - 2) : undefined;
  return kind === 'name' && other?.kind === 'name' && !other.isGoverned;
}

/** A subject that nothing says it speaks. */
const uncued = (paragraph: Paragraph, subject: Phrase, rule: Rule): Attribution =>
  attributionTo(paragraph, { subject, antecedent: null, cue: null }, rule);

/** For each quotation who says it; null where nothing tells. */
export function attribute(
  paragraphs: readonly Paragraph[],
  quotations: readonly Quotation[],
  allFrames: Frames,
  language: Language,
): (Attribution | null)[] {
  const found: (Attribution | null)[] = quotations.map(() => null);
  let last: { attribution: Attribution; paragraph: number } | null = null;
  for (const paragraph of paragraphs) {
    const frames = allFrames[paragraph.index] ?? [];
    paragraph.sentences.forEach((sentence, s) => {
      own(paragraph, sentence, frames[s] ?? []);
    });
    paragraph.sentences.forEach((sentence, s) => {
      for (let q = sentence.from; q < sentence.to; q++) {
        const index = paragraph.tokens[q]?.quote ?? -1;
        if (index < 0) continue;
        found[index] ??= borrowed(paragraph, frames, s, q, last);
        const attribution = found[index];
        if (attribution) last = { attribution, paragraph: paragraph.index };
      }
    });
  }
  joinRuns(quotations, found);
  return found;

  /** Gives the quotations of a sentence what the sentence itself says. */
  function own(paragraph: Paragraph, sentence: TokenRange, frames: readonly Frame[]): void {
    const inSentence: number[] = [];
    let near = 0;
    for (let q = sentence.from; q < sentence.to; q++) {
      const index = paragraph.tokens[q]?.quote ?? -1;
      if (index < 0) continue;
      inSentence.push(index);
      while ((frames[near]?.at ?? q) < q - REACH) near++;
      const reachable: Frame[] = [];
      for (let i = near; (frames[i]?.at ?? Number.POSITIVE_INFINITY) < q + REACH; i++) {
        const frame = frames[i];
        if (frame) reachable.push(frame);
      }
      const best = bestFrame(paragraph, sentence, reachable, q, language);
      if (!best) continue;
      found[index] = attributionTo(paragraph, best.frame, best.rule, best.hasRival);
    }
    const known = inSentence.find((index) => found[index]);
    const attribution = found[known ?? -1];
    if (attribution) for (const index of inSentence) found[index] ??= passOn(attribution, 'same-sentence');
  }

  /** What the sentences and paragraphs around a quotation say, its own saying nothing. */
  function borrowed(
    paragraph: Paragraph,
    frames: readonly (readonly Frame[])[],
    s: number,
    q: number,
    last: { attribution: Attribution; paragraph: number } | null,
  ): Attribution | null {
    const sentence = paragraph.sentences[s];
    if (!sentence) return null;
    const startsWithQuote = paragraph.tokens[sentence.from]?.kind === 'quote';
    const isAnnounced = paragraph.tokens[q - 1]?.text === ':';
    const subject = startsWithQuote
      ? null
      : clauseSubject(paragraph, sentence, isAnnounced ? q - 1 : q, language)?.phrase;
    for (let back = s - 1; back >= Math.max(0, s - MOST_SENTENCES_BACK); back--) {
      const before = paragraph.sentences[back];
      if (!before) break;
      const quote = lastQuote(paragraph, before);
      const attribution = found[quote];
      const goesOn = !subject || subject.kind === 'pronoun';
      if (attribution && goesOn) return passOn(attribution, 'same-paragraph');
      const frame = subject ? undefined : frames[back]?.findLast(isSpeaking);
      if (frame) return attributionTo(paragraph, frame, 'introduced');
    }
    if (subject) return uncued(paragraph, subject, isAnnounced ? 'own-colon' : 'own-sentence');
    for (let ahead = s + 1; ahead <= s + MOST_SENTENCES_BACK; ahead++) {
      const after = paragraph.sentences[ahead];
      const attribution = after && found[firstQuote(paragraph, after)];
      if (attribution) return passOn(attribution, 'ahead');
    }
    const before = paragraph.sentences[s - 1];
    const introducer = before && clauseSubject(paragraph, before, before.to, language);
    if (introducer) return uncued(paragraph, introducer.phrase, 'previous-subject');
    const previous = paragraphs[paragraph.index - 1];
    const introducing = previous?.sentences.at(-1);
    const announces = previous && introducing && previous.tokens[introducing.to - 1]?.text === ':';
    const follows = last !== null && paragraph.index - last.paragraph <= 1;
    if (previous && introducing && (announces || !follows)) {
      const frame = allFrames[previous.index]?.at(-1)?.findLast(isSpeaking);
      if (frame) return attributionTo(previous, frame, announces ? 'announced' : 'introduced');
    }
    if (last && paragraph.index - last.paragraph <= 2) return passOn(last.attribution, 'next-paragraph');
    return null;
  }

  function firstQuote({ tokens }: Paragraph, { from, to }: TokenRange): number {
    for (let i = from; i < to; i++) if (tokens[i]?.kind === 'quote') return tokens[i]?.quote ?? -1;
    return -1;
  }

  function lastQuote({ tokens }: Paragraph, { from, to }: TokenRange): number {
    for (let i = to - 1; i >= from; i--) if (tokens[i]?.kind === 'quote') return tokens[i]?.quote ?? -1;
    return -1;
  }
}

/** A quotation over several paragraphs has one speaker: the surest of those found for its parts. */
function joinRuns(quotations: readonly Quotation[], found: (Attribution | null)[]): void {
  const likelihood = (index: number): number => {
    const attribution = found[index];
    return attribution ? probabilityOf(attribution) : 0;
  };
  const take = (to: number, from: number) => {
    const attribution = found[from];
    if (attribution && likelihood(from) > likelihood(to)) found[to] = passOn(attribution, 'runs-on');
  };
  for (let i = quotations.length - 2; i >= 0; i--) if (quotations[i]?.runsOn) take(i, i + 1);
  for (let i = 0; i < quotations.length - 1; i++) if (quotations[i]?.runsOn) take(i + 1, i);
}

const isSpeaking = ({ strength }: Frame): boolean => strength >= 2;

const passOn = (from: Attribution, rule: Rule): Attribution => ({ ...from, rule, from });
