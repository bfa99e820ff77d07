import type { Quotation } from '../marks/quotations';
import { type Frame, framesIn } from './frames';
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
  /** The rules that an attribution went through when it was taken over from another quotation. */
  readonly from: Attribution | null;
}

/** How many sentences of its paragraph are looked through for who says a quotation that stands alone. */
const MOST_SENTENCES_BACK = 4;
/** How far from a quotation, in tokens, a cue may stand. */
const REACH = 90;

/** For each quotation who says it; null where nothing tells. */
export function attribute(
  paragraphs: readonly Paragraph[],
  quotations: readonly Quotation[],
  language: Language,
): (Attribution | null)[] {
  const found: (Attribution | null)[] = quotations.map(() => null);
  let last: { attribution: Attribution; paragraph: number } | null = null;
  for (const paragraph of paragraphs) {
    const frames = paragraph.sentences.map((sentence) => framesIn(paragraph, sentence, language));
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
      const { frame, rule, hasRival } = best;
      found[index] = { paragraph: paragraph.index, ...told(frame), rule, hasRival, from: null };
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
      const frame = subject ? undefined : [...(frames[back] ?? [])].reverse().find(({ strength }) => strength >= 2);
      if (frame) return { paragraph: paragraph.index, ...told(frame), rule: 'introduced', from: null };
    }
    if (subject)
      return {
        paragraph: paragraph.index,
        subject,
        antecedent: null,
        cue: null,
        hasRival: false,
        rule: isAnnounced ? 'own-colon' : 'own-sentence',
        from: null,
      };
    for (let ahead = s + 1; ahead <= s + MOST_SENTENCES_BACK; ahead++) {
      const after = paragraph.sentences[ahead];
      const attribution = after && found[firstQuote(paragraph, after)];
      if (attribution) return passOn(attribution, 'ahead');
    }
    const before = paragraph.sentences[s - 1];
    const introducer = before && clauseSubject(paragraph, before, before.to, language);
    if (introducer)
      return {
        paragraph: paragraph.index,
        subject: introducer.phrase,
        antecedent: null,
        cue: null,
        hasRival: false,
        rule: 'previous-subject',
        from: null,
      };
    const previous = paragraphs[paragraph.index - 1];
    const introducing = previous?.sentences[previous.sentences.length - 1];
    const announces = previous && introducing && previous.tokens[introducing.to - 1]?.text === ':';
    const follows = last !== null && paragraph.index - last.paragraph <= 1;
    if (previous && introducing && (announces || !follows)) {
      const frame = framesIn(previous, introducing, language)
        .reverse()
        .find(({ strength }) => strength >= 2);
      if (frame)
        return { paragraph: previous.index, ...told(frame), rule: announces ? 'announced' : 'introduced', from: null };
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

const told = ({ subject, antecedent, cue }: Frame) => ({ subject, antecedent, cue, hasRival: false });

const passOn = (from: Attribution, rule: Rule): Attribution => ({ ...from, rule, from });
