/**
 * Number words by language, each with its value: "three" for "3" changes the wording, not the number. Articles that are
 * also the number one ("ein", "un", "uno") are left out: they come and go without a number changing.
 */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  en: 'zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 hundreds thousand=1e3 thousands million=1e6 millions billion=1e9 billions trillion=1e12 trillions dozen=12 dozens half=0.5 quarter=0.25 third=1/3 thirds twice double triple first=1st second=2nd fourth=4th fifth=5th sixth=6th seventh=7th eighth=8th ninth=9th tenth=10th bn=1e9 tn=1e12',
  de: 'null=0 eins=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert=100 hunderte tausend=1e3 tausende million=1e6 millionen=1e6 mio=1e6 milliarde=1e9 milliarden=1e9 mrd=1e9 billion=1e12 billionen=1e12 dutzend=12 halb halbe hälfte=0.5 viertel=0.25 drittel=1/3 doppelt zweimal dreimal erste ersten zweite zweiten dritte dritten vierte vierten',
  fr: 'zéro=0 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 cent=100 cents=100 centaines mille=1e3 milliers million=1e6 millions=1e6 milliard=1e9 milliards=1e9 billion=1e12 billions=1e12 douzaine=12 dizaine=10 moitié=0.5 demi=0.5 quart=0.25 tiers=1/3 double triple premier première deuxième troisième quatrième',
  es: 'cero=0 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 cientos doscientos=200 quinientos=500 mil=1e3 miles millón=1e6 millones=1e6 billón=1e12 billones=1e12 docena=12 mitad=0.5 cuarto=0.25 tercio=1/3 doble triple primer primera segundo segunda tercer tercera',
  it: 'zero=0 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 dodici=12 venti=20 trenta=30 quaranta=40 cinquanta=50 sessanta=60 settanta=70 ottanta=80 novanta=90 cento=100 centinaia mille=1e3 mila=1e3 migliaia milione=1e6 milioni=1e6 miliardo=1e9 miliardi=1e9 metà=0.5 terzo=1/3 quarto=0.25 doppio primo secondo seconda',
  pt: 'zero=0 dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 noventa=90 cem=100 cento=100 centenas mil=1e3 milhares milhão=1e6 milhões=1e6 bilhão=1e9 bilhões=1e9 trilhão=1e12 trilhões=1e12 metade=0.5 terço=1/3 quarto=0.25 dobro primeiro primeira segunda',
  nl: 'nul=0 twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 elf=11 twaalf=12 twintig=20 dertig=30 veertig=40 vijftig=50 zestig=60 zeventig=70 tachtig=80 negentig=90 honderd=100 honderden duizend=1e3 duizenden miljoen=1e6 miljard=1e9 biljoen=1e12 dozijn=12 helft=0.5 half=0.5 kwart=0.25 derde=1/3 dubbel eerste tweede',
};

const TABLES = new Map(
  Object.entries(BY_LANGUAGE).map(([lang, words]) => [
    lang,
    new Map(
      words.split(' ').map((entry) => {
        const [word = '', value = word] = entry.split('=');
        return [word, /^\d+(\.\d+|e\d+)?$/.test(value) ? String(Number(value)) : value] as const;
      }),
    ),
  ]),
);

/** "percent" in one word or, as `joinPieces` hands it over, in two. */
const PERCENT = /^(?:%|٪|percent|per cent|prozent|procent|pour cent|por ciento|por cento|per cento)$/u;
const CJK_NUMBER = /^[〇零一二三四五六七八九十百千万萬億亿兆两兩]+$/u;
const CURRENCY = /^\p{Sc}$/u;
const DIGIT = /\p{Nd}/u;
const FIGURE = /^[-+]?\d[\d.]*$/;

/**
 * The number that a word is or holds, in a form in which equal numbers are equal: "1,200" and "1200", "three" and "3", "%"
 * and "per cent". Null for a word without one. `word` is folded and in lower case; `lang` a primary subtag.
 */
export function numberIn(word: string, lang: string | null): string | null {
  if (PERCENT.test(word)) return '%';
  if (CURRENCY.test(word)) return word;
  if (DIGIT.test(word)) return figure(word, lang ?? 'en');
  if (CJK_NUMBER.test(word)) return word;
  const table = lang === null ? TABLES.get('en') : TABLES.get(lang);
  return table?.get(word) ?? null;
}

/** A figure without what groups its digits, its decimal mark a point; what is no mere figure ("g20", "3rd") as it is. */
function figure(word: string, lang: string): string {
  const { grouping, decimal } = separators(lang);
  const western = word
    .replace(/\p{Nd}/gu, digit)
    .replaceAll('٬', '')
    .replaceAll('٫', '.');
  const plain = western.replace(/[\s']/g, '').replace(grouping, '').replace(decimal, '.');
  return FIGURE.test(plain) && !Number.isNaN(Number(plain)) ? String(Number(plain)) : western;
}

/** Unicode encodes the digits of every script in rows of ten. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let first = code;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first--;
  return String((code - first) % 10);
}

const known = new Map<string, { grouping: RegExp; decimal: string }>();

/** The marks of a language, and of the first only those that stand before three digits (two, before another, in India). */
function separators(lang: string): { grouping: RegExp; decimal: string } {
  const before = known.get(lang);
  if (before) return before;
  const parts = numberFormat(lang).formatToParts(1_234_567.5);
  const mark = parts.find(({ type }) => type === 'group')?.value === '.' ? '\\.' : ',';
  const found = {
    grouping: new RegExp(`${mark}(?=\\d{3}(?!\\d)|\\d{2}${mark})`, 'g'),
    decimal: parts.find(({ type }) => type === 'decimal')?.value ?? '.',
  };
  known.set(lang, found);
  return found;
}

function numberFormat(lang: string): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(lang, { numberingSystem: 'latn' });
  } catch (error) {
    // Pages declare languages that do not exist.
    if (error instanceof RangeError) return new Intl.NumberFormat('en');
    throw error;
  }
}
