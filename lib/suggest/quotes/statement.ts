import type { Frame } from './frames';
import type { Language } from './language';
import type { Paragraph, TokenRange } from './paragraph';
import type { Rule } from './rank';

/** Fewer words than this beside a quotation leave it a direct quote. */
export const LEAST_OUTSIDE = 3;
/** Between the verb and "that": to whom, when and where. */
const MOST_BEFORE_THAT = 8;
/** What may follow "he said" at the end: "on Tuesday in Halverstad". */
const MOST_AFTER_CUE = 12;

/** What a frame's subject states. */
export interface Statement {
  readonly ranges: readonly TokenRange[];
  readonly rule: Rule;
}

/** The tokens of what a frame's subject states. */
export function statementOf(
  paragraph: Paragraph,
  sentence: TokenRange,
  frame: Frame,
  frames: readonly Frame[],
  covered: number,
  language: Language,
): Statement | null {
  const { tokens } = paragraph;
  const end = withoutStop(paragraph, sentence);
  const isTrailing = frame.from > sentence.from && /^[,—–―-]$/.test(tokens[frame.from - 1]?.text ?? '');
  const comma = tokens[frame.from - 1]?.text === ',' ? 0 : 1;
  const before = { from: covered, to: frame.from - comma };
  if (frame.kind === 'phrase') {
    if (isTrailing) return startsWithQuote(before) ? null : { ranges: [before], rule: 'phrase' };
    if (frame.from !== sentence.from || tokens[frame.to]?.text !== ',') return null;
    const statement = { from: pastApposition(frame.to + 1), to: end };
    return startsWithQuote(statement) ? null : { ranges: [statement], rule: 'phrase' };
  }
  const isBracketed = tokens[sentence.from]?.text === '(' && covered === sentence.from;
  if (isTrailing && !isBracketed && !isNounLike(frame) && endsAttribution(frame)) {
    const goesOn = tokens[frame.to]?.text === ',' && frame.to + 1 < end;
    const rest = { from: frame.to + 1, to: end };
    if (startsWithQuote(before) || (goesOn && startsWithQuote(rest))) return null;
    const isSplit =
      goesOn &&
      frame.kind === 'verb' &&
      continues(rest.from) &&
      !frames.some(({ from }) => from >= frame.to && from < end);
    if (!isSplit && isIntroduction(before)) return null;
    return { ranges: isSplit ? [before, rest] : [before], rule: 'right' };
  }
  const from = startOfStatement(frame);
  if (from === null) return null;
  return { ranges: [{ from, to: endOfStatement(from) }], rule: frame.link === 'beside' ? 'left' : 'main' };

  /** Past ", a dietitian," of "according to Owen Castel, a dietitian, …". */
  function pastApposition(start: number): number {
    const phrase = paragraph.phraseFrom.get(start);
    return phrase?.kind === 'nominal' && tokens[phrase.to]?.text === ',' ? phrase.to + 1 : start;
  }

  function startsWithQuote(range: TokenRange): boolean {
    const outside = tokens.slice(range.from, range.to).filter(({ kind }) => kind === 'word').length;
    return tokens[range.from]?.kind === 'quote' && outside < LEAST_OUTSIDE;
  }

  /** "Despite the rain, he said, …": no statement without what follows. */
  function isIntroduction({ from, to }: TokenRange): boolean {
    const { lower = '' } = tokens[from] ?? {};
    const leads = lower.endsWith('ing') || language.subordinators.has(lower) || (isLead(lower) && !hasVerb(from, to));
    return leads && !tokens.slice(from, to - 1).some(({ text }) => text === ',');
  }

  /** Whether the statement goes on there, rather than what its speaker did: "…, she said, by closing it". */
  function continues(i: number): boolean {
    const { lower = '' } = tokens[i] ?? {};
    const isAside = lower.endsWith('ing') || lower.endsWith('ed') || language.pronouns.get(lower) === 'who';
    return tokens[i]?.kind === 'word' && !isAside && !(language.subordinators.has(lower) && lower !== 'because');
  }

  function isLead(lower: string): boolean {
    return language.prepositions.has(lower) || language.isAdverb(lower) || language.between.has(lower);
  }

  function hasVerb(from: number, to: number): boolean {
    return tokens.slice(from, to).some(({ lower }) => language.verbs.has(lower) || language.auxiliaries.has(lower));
  }

  /** "states", "tweet" after a description is a noun more often than a verb; a participle has no statement in front. */
  function isNounLike({ cue, subject }: Frame): boolean {
    const { lower = '' } = tokens[cue?.from ?? -1] ?? {};
    const form = language.cues.get(lower)?.form;
    return form === 'participle' || (subject.kind === 'nominal' && language.nounCues.has(lower));
  }

  /** Whether nothing but when and where follows up to the end, or a comma. */
  function endsAttribution({ to }: Frame): boolean {
    for (let i = to; i < Math.min(end, to + MOST_AFTER_CUE); i++) {
      const token = tokens[i];
      if (!token || token.text === ',') return true;
      if (token.lower === 'to' && i === to && language.infinitiveCues.has(tokens[i - 1]?.lower ?? '')) return false;
      if (token.kind === 'quote' || token.text === ':' || language.conjunctions.has(token.lower)) return false;
      if (i === to && paragraph.phraseFrom.has(i)) return language.times.has(token.lower);
    }
    return end - to < MOST_AFTER_CUE;
  }

  function startOfStatement({ cue, to, kind, link }: Frame): number | null {
    if (!cue || (kind === 'inverted' && !language.invertsFreely) || !isPredicate(cue.from, link)) return null;
    const { lower = '' } = tokens[cue.from] ?? {};
    const before = /^[,—–―-]$/.test(tokens[frame.from - 1]?.text ?? '') ? frame.from - 2 : frame.from - 1;
    const isAfterQuote = tokens[before]?.kind === 'quote';
    if (language.capitalNouns) return afterComma(frame);
    if (language.nounCues.has(lower) && (link === 'clause' || tokens[cue.from - 1]?.kind !== 'word')) return null;
    if (language.nounCues.has(lower) && frame.subject.kind === 'nominal' && !language.that.has(tokens[to]?.lower ?? ''))
      return null;
    if (language.infinitiveCues.has(lower) && tokens[to]?.lower === 'to') return to;
    const listener = language.cues.get(lower)?.hasListener ? paragraph.phraseFrom.get(to) : undefined;
    const from = afterAdjuncts(listener ? listener.to : to);
    if (language.that.has(tokens[from]?.lower ?? '')) return from + 1;
    const late = listener ? from : afterTimes(to);
    if (isAfterQuote) return null;
    if (language.plainCues.has(lower) && !listener && canOpen(late)) return late;
    if (from > to && !listener) return null;
    if (language.embedders.has(tokens[from]?.lower ?? '') && tokens[from]?.lower !== 'because') return from;
    const opensClause = paragraph.phraseFrom.has(from) || tokens[from]?.lower === 'there';
    return opensClause && (language.plainCues.has(lower) || isClause(from)) ? from : null;
  }

  /** "Lindqvist sagte, …" and "sagte Lindqvist am Montag, dass …": past the comma, and "dass". */
  function afterComma({ to }: Frame): number | null {
    for (let i = to; i < Math.min(end, to + MOST_AFTER_CUE); i++) {
      if (tokens[i]?.kind === 'quote') return null;
      if (tokens[i]?.text === ',') return language.that.has(tokens[i + 1]?.lower ?? '') ? i + 2 : i + 1;
    }
    return null;
  }

  /** Past "Tuesday", "last week". */
  function afterTimes(start: number): number {
    let i = start;
    while (language.times.has(tokens[i]?.lower ?? '')) i++;
    return i;
  }

  /** Whether a statement can begin with the word. */
  function canOpen(i: number): boolean {
    const token = tokens[i];
    if (i >= end || token?.kind !== 'word') return false;
    const { lower } = token;
    return !(
      /^\d/.test(lower) ||
      lower === 'of' ||
      lower === 'to' ||
      language.conjunctions.has(lower) ||
      isLead(lower) ||
      lower === 'so'
    );
  }

  /** Past "on Tuesday in Halverstad", if "that" follows it. */
  function afterAdjuncts(start: number): number {
    const isBracketed = tokens[start]?.text === ',' && !language.conjunctions.has(tokens[start + 1]?.lower ?? '');
    const time = paragraph.phraseFrom.get(start);
    const isTime =
      language.times.has(tokens[(time?.to ?? start) - 1]?.lower ?? '') ||
      language.times.has(tokens[time?.to ?? start]?.lower ?? '');
    for (let i = start; i < Math.min(end, start + MOST_BEFORE_THAT); i++) {
      const token = tokens[i];
      if (language.that.has(token?.lower ?? '')) return i;
      if (
        isBracketed &&
        token &&
        (i === start || token.kind === 'word' || language.that.has(tokens[i + 1]?.lower ?? ''))
      )
        continue;
      const isAdjunct =
        token?.kind === 'word' &&
        (i > start ||
          isTime ||
          language.times.has(token.lower) ||
          language.prepositions.has(token.lower) ||
          language.between.has(token.lower) ||
          language.isAdverb(token.lower));
      if (!isAdjunct) break;
    }
    return start;
  }

  /** A verb follows the phrase at `from` soon. */
  function isClause(from: number): boolean {
    const subject = paragraph.phraseFrom.get(from);
    const next = tokens[subject?.to ?? from]?.lower ?? '';
    if (subject && next.length > 4 && next.endsWith('ed')) return true;
    for (let i = subject?.to ?? from; i < Math.min(end, from + 10); i++) {
      const token = tokens[i];
      if (token?.kind !== 'word') return false;
      if (token.lower === 'to') return false;
      if (language.verbs.has(token.lower) || language.auxiliaries.has(token.lower)) return true;
      if (language.cues.get(token.lower)?.form === 'finite' && !paragraph.inPhrase.has(i)) return true;
    }
    return false;
  }

  /** A verb of its clause, rather than a noun or a participle that tells which: "chants", "comments". */
  function isPredicate(cue: number, link: Frame['link']): boolean {
    if (link === 'beside' || link === 'who') return true;
    let i = cue - 1;
    while (language.between.has(tokens[i]?.lower ?? '')) i--;
    const before = tokens[i];
    return (
      language.conjunctions.has(before?.lower ?? '') || before?.text === ',' || language.isAdverb(before?.lower ?? '')
    );
  }

  /** ", which …", ", a …", ", while …": the article's own words more often than the speaker's. */
  function isAside(lower: string): boolean {
    return language.pronouns.get(lower) === 'who' || language.asides.has(lower);
  }

  /** "… and called it", "…, drawing a reply", "… while adding": goes on with what the speaker did. */
  function startsOwnPredicate(i: number): boolean {
    const { lower = '' } = tokens[i] ?? {};
    const next = tokens[i + 1]?.lower ?? '';
    if (lower === 'and') return language.cues.get(next)?.form === 'finite' && !paragraph.inPhrase.has(i + 1);
    const isParticiple =
      next.length > 4 && next.endsWith('ing') && !language.prepositions.has(next) && !paragraph.inPhrase.has(i + 1);
    return lower === 'while' && isParticiple;
  }

  /** A comma and another verb of speech, "but" or, within a clause of its own, any comma ends the statement. */
  function endOfStatement(from: number): number {
    const isRelative = frame.link === 'who';
    const isSubordinate = isRelative || language.subordinators.has(tokens[frame.from - 1]?.lower ?? '');
    for (let i = from + 1; i < end; i++) {
      const { text = '' } = tokens[i] ?? {};
      if (text === ';' || (text === ':' && tokens[i + 1]?.kind === 'quote')) return i;
      if (startsOwnPredicate(i)) return i;
      if (!/^[,—–―-]$/.test(text)) continue;
      if ((isSubordinate && text === ',') || isRelative) return i;
      const conjunction = tokens[i + 1]?.lower ?? '';
      if (text === ',' && isAside(conjunction)) return i;
      if (text === '—' && conjunction === 'and') return i;
      if (/^[–-]$/.test(text)) continue;
      const next = language.conjunctions.has(conjunction) ? i + 2 : i + 1;
      if (
        frames.some(
          ({ cue, subject }) => cue?.from === next || (subject.from === next && subject.to <= (cue?.from ?? 0)),
        )
      )
        return i;
    }
    return end;
  }
}

function withoutStop({ tokens }: Paragraph, { from, to }: TokenRange): number {
  let end = to;
  while (end > from && /^[.!?…)]$/.test(tokens[end - 1]?.text ?? '')) end--;
  return end;
}
