/**
 * The words that deny, by language: those that turn a statement round, not those that merely say a thing is hard or
 * refused. Lower case, as the folded text has them. Words that mostly mean something else are left out ("personne",
 * "plus", "noch" in German): what stands beside them denies already.
 */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  en: 'not no no_one never none nobody nothing nowhere neither nor without cannot non',
  de: 'nicht nein kein keine keinen keinem keiner keines keins nie niemals niemand niemanden niemandem nichts nirgends nirgendwo ohne weder keinesfalls keineswegs',
  fr: 'ne non pas jamais rien aucun aucune aucuns aucunes sans ni nul nulle guère nullement',
  es: 'no nunca jamás nada nadie ningún ninguno ninguna ningunos ningunas ni sin tampoco',
  it: 'no non mai nulla niente nessun nessuno nessuna né senza neanche nemmeno neppure',
  pt: 'não nunca jamais nada ninguém nenhum nenhuma nenhuns nenhumas nem sem tampouco',
  nl: 'niet geen nee nooit niemand niets niks nergens zonder noch',
  sv: 'inte ej icke nej aldrig ingen inget inga ingenting utan',
  da: 'ikke nej aldrig ingen intet ingenting uden',
  no: 'ikke ikkje nei aldri ingen intet ingenting uten',
  fi: 'ei en et emme ette eivät älä älkää ilman',
  pl: 'nie nigdy nikt nic żaden żadna żadne bez ani',
  ru: 'не нет ни никогда никто ничего ничто без нельзя',
  uk: 'не ні ніколи ніхто нічого без немає',
  el: 'δεν δε μη μην όχι ποτέ κανείς κανένας χωρίς ούτε',
  tr: 'değil yok hayır asla',
  ar: 'لا لم لن ليس ليست ليسوا غير بدون دون',
  he: 'לא אין אל בלי ללא',
  hi: 'नहीं न मत बिना',
};

/** Norwegian goes by three codes. */
const ALIASES: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', iw: 'he' };

/** A contraction that denies: "don't", "n'est". */
const CONTRACTIONS: Readonly<Record<string, RegExp>> = { en: /n't$/, fr: /^n'/ };

/** Scripts that put no spaces between words deny within a word: 不会, 行かない, 않았다. */
const WITHIN_WORDS: Readonly<Record<string, RegExp>> = {
  zh: /[不没沒未無无非别]/g,
  ja: /ない|なかった|なく|ません|ぬ$|ずに/g,
  ko: /않|못|없|아니/g,
};

/** The languages that a text of an unknown one is most often in. */
const COMMON = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'];

const SETS = new Map(
  Object.entries(BY_LANGUAGE).map(([lang, words]) => [
    lang,
    new Set(words.split(' ').map((word) => word.replace('_', ' '))),
  ]),
);

/**
 * Whether a word denies. `word` is folded and in lower case; `lang` a BCP 47 tag's primary subtag, or null: then the words
 * of the most common languages count.
 */
export function denies(word: string, lang: string | null): boolean {
  const code = lang === null ? null : (ALIASES[lang] ?? lang);
  const languages = code !== null && (SETS.has(code) || code in WITHIN_WORDS) ? [code] : COMMON;
  return languages.some((one) => SETS.get(one)?.has(word) || CONTRACTIONS[one]?.test(word));
}

/** How often a stretch of a language without spaces between words denies; 0 for every other language. */
export function denialsWithin(text: string, lang: string | null): number {
  const pattern = lang === null ? undefined : WITHIN_WORDS[lang];
  return pattern ? (text.match(pattern)?.length ?? 0) : 0;
}
