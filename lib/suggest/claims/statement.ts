import type { Stretch } from '../../sentences';

/** Verbs with which English news says that somebody stated something. */
const CUE =
  /^(?:said|says|saying|told|tells|added|adds|noted|notes|wrote|writes|stated|states|claimed|claims|argued|argues|reported|reports|announced|explained|explains|insisted|insists|stressed|warned|warns|acknowledged|testified|tweeted|declared|alleged|asserted|confirmed|conceded|admitted|replied|responded|recalled|joked|agreed|suggested|continued|concluded|estimated|estimates|found|finds|showed|shows)$/i;

/** Of these, the ones that a statement follows even without "that". */
const PLAIN_CUE = /^(?:said|says|insisted|insists)$/i;

/** What a statement begins with that follows its cue at once: a name, a figure, a pronoun, an article. */
const CLAUSE_START =
  /^(?:\p{Lu}|[$€£\d]|(?:the|an?|no|more|most|many|all|some|several|there|it|he|she|they|we|i|his|her|their|its|our|my|these|those|this|nearly|about|almost|at least|only|two|three|four|five|six|seven|eight|nine|ten|one)(?=\s|$))/u;

/** "HALVERSTAD, Nov. 3 (Wire) —" at the head of a report. */
const DATELINE = /^\p{Lu}{3}[^—–―\n]{0,50}[—–―]\s+(?=\p{Lu})|^\p{Lu}[\p{Lu}\s]{2,30}:\s+(?=\p{Lu})/u;

/** Names and nouns that can be who says it, in front of the cue. */
const SPEAKER_START =
  /^(?:\p{Lu}|he\b|she\b|they\b|it\b|the\b|an?\b|officials|sources|police|prosecutors|authorities|experts|researchers|analysts|critics|aides|lawyers|according\b)/u;

/** How many words a speaker, with office and apposition, may have. */
const MOST_SPEAKER_WORDS = 14;
/** How many words may stand between the cue and its "that": whom it was told, and when. */
const MOST_WORDS_TO_THAT = 7;
/** How far from the sentence's end an attribution may begin, in UTF-16 units. */
const CLOSING_REACH = 200;
/** A statement has at least so many words. */
const LEAST_WORDS = 4;

/**
 * The part of a sentence that a careful person would tag as the claim: without "X said that" before it and ", X said"
 * after it, and without the quotation marks around it. Offsets are within the sentence.
 */
export function statementIn(sentence: string): Stretch {
  const end = closingAttribution(sentence) ?? sentence.length;
  const start = openingAttribution(sentence.slice(0, end)) ?? DATELINE.exec(sentence)?.[0].length ?? 0;
  return withoutMarks(sentence, afterColon(sentence, start, end), end);
}

/** Where ", X said on Tuesday." begins, or null. */
function closingAttribution(sentence: string): number | null {
  let comma = sentence.indexOf(',', Math.max(0, sentence.length - CLOSING_REACH));
  for (; comma >= 0; comma = sentence.indexOf(',', comma + 1)) {
    const after = sentence.slice(comma + 1);
    const rest = after.replace(/^["”’']*\s+/, '');
    if (isAttribution(rest, /^["”]/.test(after)) && hasEnough(sentence.slice(0, comma))) return comma;
  }
  return null;
}

/** Whether the text, up to the end of the sentence, says who said it; behind a closing mark it may go on at length. */
function isAttribution(text: string, isBehindQuote: boolean): boolean {
  if (/^according to\s/i.test(text)) return true;
  const words = wordsIn(text);
  const cue = words.findIndex(({ word }) => CUE.test(word));
  if (cue < 0 || cue > MOST_SPEAKER_WORDS || (!isBehindQuote && /\bthat\b/i.test(text))) return false;
  const isShort = isBehindQuote || words.length - cue <= MOST_SPEAKER_WORDS;
  if (cue === 0) return isShort;
  return isShort && cue <= 8 && SPEAKER_START.test(text) && !words.slice(0, cue).some(({ word }) => BREAK.test(word));
}

/** A word that no speaker's name has, so that what stands before the cue is a clause of its own. */
const BREAK =
  /^(?:and|but|which|who|whom|while|because|when|if|is|are|was|were|has|have|had|as|where|after|before|to)$/i;

/** Where the statement after "X said that" begins, or null. */
function openingAttribution(sentence: string): number | null {
  if (/^according to\s/i.test(sentence)) {
    const comma = sentence.indexOf(',');
    const isNear = comma > 0 && wordCount(sentence.slice(0, comma)) <= MOST_SPEAKER_WORDS;
    return isNear ? enough(sentence, comma + 1) : null;
  }
  const words = wordsIn(sentence.slice(0, CLOSING_REACH));
  const cue = words.findIndex(({ word }) => CUE.test(word));
  const found = words[cue];
  if (!found || cue < 1 || cue > MOST_SPEAKER_WORDS) return null;
  const after = words.slice(cue + 1, cue + 1 + MOST_WORDS_TO_THAT);
  const that = after.find(({ word }) => word === 'that');
  if (that && canStandBeforeThat(found.word, sentence.slice(found.end, that.start))) return enough(sentence, that.end);
  const rest = sentence.slice(found.end).trimStart();
  return PLAIN_CUE.test(found.word) && CLAUSE_START.test(rest) ? enough(sentence, found.end) : null;
}

/** Whether a cue and "that" belong together over what stands between them: nothing, to whom, or when and where. */
function canStandBeforeThat(cue: string, between: string): boolean {
  if (/[,"“:;]/.test(between)) return false;
  return (
    /^\s*$/.test(between) ||
    /^(?:told|tells)$/i.test(cue) ||
    /^\s(?:on|in|at|during|last|this|earlier|late|later|again|repeatedly|recently|today|yesterday|\p{Lu}\p{L}+day)\s/u.test(
      between,
    )
  );
}

/** Past "Russia sees a threat: …", where what follows the colon is a sentence of its own. */
function afterColon(sentence: string, start: number, end: number): number {
  const part = sentence.slice(start, end);
  const colon = part.search(/:\s+\p{Lu}/u);
  return hasEnough(part.slice(0, Math.max(0, colon)))
    ? (enough(sentence.slice(0, end), start + colon + 1) ?? start)
    : start;
}

/** `from`, past the space after it, if enough words are left. */
function enough(sentence: string, from: number): number | null {
  const rest = sentence.slice(from);
  return hasEnough(rest) ? from + rest.length - rest.trimStart().length : null;
}

/** Takes off quotation marks that open at the start or close at the end, and what separates them from the rest. */
function withoutMarks(sentence: string, from: number, to: number): Stretch {
  let start = from;
  let end = to;
  while (start < end && /["“‘'\s]/.test(sentence[start] ?? '')) start++;
  while (start < end && /[\s,]/.test(sentence[end - 1] ?? '')) end--;
  const closing = /^,["”’]/.exec(sentence.slice(end, end + 2));
  if (closing && isOpened(sentence.slice(start, end))) end += closing[0].length;
  else if (/["”’']/.test(sentence[end - 1] ?? '') && !isOpened(sentence.slice(start, end - 1))) end--;
  return { start, end };
}

/** Whether a quotation is still open at the end of the text. */
function isOpened(text: string): boolean {
  const count = (mark: string) => text.split(mark).length - 1;
  return count('“') > count('”') || count('"') % 2 === 1 || count('‘') > count('’');
}

function wordsIn(text: string): (Stretch & { readonly word: string })[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)].map(({ 0: match, index }) => {
    const word = match.replace(/[.'’-]+$/, '');
    return { word, start: index, end: index + word.length };
  });
}

/** Whether a statement could be made of the text. Its head tells. */
const hasEnough = (text: string): boolean => wordCount(text.slice(0, CLOSING_REACH)) >= LEAST_WORDS;

export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
