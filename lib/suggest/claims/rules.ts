/**
 * What speaks for or against a statement in an article being worth checking, apart from the model: hand-set log-odds,
 * for what news has and the debates that the model is trained on have not (polls, bylines, schedules), and against
 * what debates have and news has not (first-person talk).
 */

interface Rule {
  readonly odds: number;
  /** Linear: no repetition in it can match the same text in two ways. */
  readonly pattern: RegExp;
}

const QUESTION: Rule = { odds: -2, pattern: /\?["”’]?$/ };

const ENGLISH: readonly Rule[] = [
  QUESTION,
  // A figure: shares, sums, large numbers; not ages, hours and days of the month.
  {
    odds: 0.8,
    pattern:
      /\d\s?%|[$€£]\s?\d|\d,\d{3}\b|(?<!\b1[01]0)\s(?:percent|per cent)\b|\b(?:million|billion|trillion|hundreds|thousands|half of|a third of|two-thirds|one in|\d+ (?:out )?of \d+)\b/i,
  },
  // Figures that only say "wholly" or "often".
  { odds: -2, pattern: /\b(?:1[01]0 per ?cent|1[01]0%|(?:a|one) (?:thousand|million) times|one in a million)\b/i },
  // A comparison, and what goes up or down.
  {
    odds: 0.4,
    pattern:
      /\b(?:(?:more|less|fewer|higher|lower|larger|greater|faster|older|longer) than|as (?:many|much) as|doubled|tripled|quadrupled|twice|(?:rose|fell|increased|decreased|dropped|declined|climbed|grew) (?:by|to|from)|(?:highest|lowest|largest|smallest|biggest|fastest|deadliest|first|only|worst) (?:\w+ ){0,3}(?:in|since|ever|of)\b|for the first time|on record)/i,
  },
  // A dated event.
  { odds: 0.4, pattern: /\b(?:in|since|by|of|before|after|until|between|from) (?:\w+ ){0,2}(?:1[6-9]|20)\d\d\b/i },
  // What was decided, done or found: a record that can be looked up.
  {
    odds: 0.5,
    pattern:
      /\b(?:voted (?:for|against|to)|vetoed|signed (?:a|an|the|into)|was (?:convicted|indicted|sentenced|fined|acquitted)|sued|settled|paid|donated|owns|owned|employs|has (?:never|not) (?:been|released|paid|voted)|does not have|illegal under|banned|found that|ruled that|found no|killed|died)\b/i,
  },
  // Opinion, wish and advice.
  {
    odds: -0.8,
    pattern:
      /\b(?:I|we) (?:really |do |just |also )?(?:think|believe|feel|hope|guess|mean|want|wish|love|hate|look forward)\b|\b(?:should|must|ought to|deserves?|needs? to|have to|has to|seem(?:s|ed)?|appear(?:s|ed)?|perhaps|maybe|arguably|probably|hopefully|frankly|of course|obviously|clearly|essentially|absolutely|certainly)\b/i,
  },
  // What may come, or might have been, is not checked today.
  {
    odds: -0.8,
    pattern:
      /\b(?:(?:will|would|shall)(?:n['’]t)?|won['’]t|(?:is|are|am|was|were) going to|plans? to|planned to|(?:is|are) (?:expected|likely|at risk|set) (?:to|of)|scheduled|vowed|vowing|pledged|promised|promising|hopes? to|aims? to)\b|\b(?:I|we|he|she|it|they)['’]ll\b/i,
  },
  // A guess, or a condition.
  {
    odds: -1.4,
    pattern: /\b(?:(?:could|might|may|can)(?:n['’]t)?|cannot|if|unless|whether|likely|potential(?:ly)?|possibl[ey])\b/i,
  },
  // Horse race: who leads, who campaigns where, who is up next.
  {
    odds: -1.6,
    pattern:
      /\b(?:polls?|polling|pollsters?|points? (?:lead|ahead|behind|among)|(?:leads?|leading|trails?|trailing|ahead|behind) (?:by|of|with)|(?:leads?|leading|trails?|trailing) (?:\p{Lu}[\p{L}.]+ )+(?:by|in|among|with)|(?:virtually|statistically) tied|dead heat|double-digit lead|likely voters|registered voters|margin of error|battlegrounds?|swing states?|undecided|front-?runners?|favorability|unfavorable|electoral votes?|on the (?:campaign )?trail|rally|rallies|campaign (?:stop|swing|event)|running mate|campaign manager|nominating convention|surrogates?|debate prep|momentum)\b/iu,
  },
  // Speaking of oneself, or to somebody.
  { odds: -0.7, pattern: /(?:^|[\s"“])(?:I|I['’](?:m|ve|d|ll)|my|me|you|your|you['’](?:re|ve|ll))[\s,]/ },
  { odds: -0.4, pattern: /(?:^|[\s"“])(?:we|our|us|we['’](?:re|ve|ll))[\s,]/i },
  // Talk, and what hangs on the sentence before it.
  { odds: -0.8, pattern: /^["“]?(?:and|but|so|well|now|look|that|this|these|those|here|still|yet|\p{Lu}{4,}:)\b/iu },
  // Praise, blame and how something is seen.
  {
    odds: -0.8,
    pattern:
      /\b(?:disaster|disgrace(?:ful)?|amazing|incredible|terrible|horrible|wonderful|beautiful|great(?:est)? (?:man|woman|people|country|job|again)|disgusting|ridiculous|outrageous|stupid|crazy|liars?|hypocri\w{0,6}|shame(?:ful)?|proud|heart|soul|dreams?|legacy|wrong|right|respect|justified|wisdom|feel(?:s|ing)?|felt|hope[sd]?|confident|confidence|unfounded|ambitious|divisive|strong|tough|powerful|frustrat\w{0,6}|worr(?:y|ied|ies)|fears?|feared|excited|disappointed|happy|angry|concerned|reputation|symbol\w{0,3}|spirit|mood|tone|temperament|rhetoric|image|insult\w{0,5}|obsess\w{0,5}|racists?|xenophob\w{0,3}|outrage|slap|sick and tired|damaging|brazen|flagrant)\b/i,
  },
  // Greetings and thanks.
  {
    odds: -2,
    pattern: /^["“]?(?:thank|thanks|hello|hi|good (?:morning|evening|afternoon)|welcome|congratulations)\b/i,
  },
  // What a site adds around its articles.
  {
    odds: -4,
    pattern:
      /https?:|www\.|@|©|\b(?:read more|click here|sign up|subscribe|newsletter|follow (?:us|him|her|me)|contributed to this|reporting by|editing by|photo(?:graph)? by|image (?:credit|via)|getty|watch the|watch:|see also|related:|story (?:has been|was) updated|editor['’]s note|correction:|all rights reserved|this post|this article|e-?mail us)\b/i,
  },
  // When and where something takes place, or was said.
  {
    odds: -0.7,
    pattern:
      /\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\b(?:airs?|aired|live on|tune in|interview|interviewed|spoke (?:to|with|at)|speaking|asked|in an? (?:speech|statement|tweet|e-?mail)|joked|praised|criticized|urged|called on|argued?|argues|condemned|condemning|cited|bemoan\w{0,3}|apologi[sz]\w{0,4})\b/i,
  },
  // So long a sentence holds more than one statement, and much between them.
  { odds: -0.6, pattern: /^(?:\S+\s+){40}/ },
];

/** Figures, dates and comparisons in other languages; comparisons are known in a few. */
const ANY_LANGUAGE: readonly Rule[] = [
  QUESTION,
  {
    odds: 1.6,
    pattern:
      /\d\s?%|[$€£¥₹]\s?\d|\d\s?[€£]|\d[.,\u00A0\u202F'’ ]\d{3}(?!\d)|(?<![\d.,])\d[\d.,]*[\s\u00A0](?:Prozent|Millionen|Milliarden|Mio|Mrd|Euro|pour cent|millions?|milliards?|euros?|por ciento|millones|mil|milioni|miliardi|milhões|bilhões|miljoen|miljard|procent)(?!\p{L})/iu,
  },
  {
    odds: 0.8,
    pattern:
      /(?<!\p{L})(?:mehr als|weniger als|höher als|niedriger als|so viele wie|verdoppelt|gestiegen|gesunken|zum ersten Mal|plus (?:de|que)|moins (?:de|que)|davantage|doublé|a augmenté|a baissé|pour la première fois|más (?:de|que)|menos (?:de|que)|duplicado|aumentó|cayó|subió|por primera vez|più di|meno di|mais de|menos de|meer dan|minder dan)(?!\p{L})/iu,
  },
  { odds: 0.5, pattern: /(?<!\d)(?:1[6-9]|20)\d\d(?!\d)/ },
];

/** What the rules start from where no model does: a sentence without figure, date or comparison is not suggested. */
const ODDS_WITHOUT_MODEL = -0.7;

/** The log-odds that the rules add to the model's, or all there are. `lang` is a BCP 47 tag; null counts as English. */
export function ruleOdds(statement: string, lang: string | null): number {
  const english = isEnglish(lang);
  const rules = english ? ENGLISH : ANY_LANGUAGE;
  const start = english ? 0 : ODDS_WITHOUT_MODEL;
  return rules.reduce((sum, { odds, pattern }) => (pattern.test(statement) ? sum + odds : sum), start);
}

export const isEnglish = (lang: string | null): boolean => lang === null || /^en(?:-|$)/i.test(lang);
