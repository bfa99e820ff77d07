import { cuesOf, inflect, type Language, PLAIN, wordSet } from '../language';
import { GIVEN_NAMES } from './given-names';

const ROLE =
  /(?:kanzler|minister|präsident|sprecher|chef|leiter|direktor|anwalt|anwält|richter|bürgermeister|vorsitzende[rn]?|vorstand|sekretär|abgeordnete[rn]?|politiker|trainer|forscher|experte?|ökonom|autor|professor|doktor|dr\.?|prof\.?|botschafter|kommissar|offizier|general|senator|rätin|rat|beauftragte[rn]?|vertreter|analyst|historiker|biolog|physiker|künstler|regisseur|schauspieler|schriftsteller|unternehmer|manager|kapitän|papst|bischof|pfarrer|könig|herr|frau|fraktionschef)(?:in|innen|en|e|n|s)?$/;

const WEAK =
  'sag erklär beton mein twitter teil füg ergänz kündig warn forder behaupte kommentier frag erwider entgegne räum bestätig versicher mahn kritisier lob erzähl erinner urteil verkünde verlang vermute scherz äußer bekräftig konstatier argumentier resümier stell beklag begründe beschwer bemerk';

/** German: names are told from nouns by their place, and the subject often follows its verb. */
export const GERMAN: Language = {
  ...PLAIN,
  code: 'de',
  cues: cuesOf(
    `${inflect(WEAK, 't', 'te', 'ten')} gesagt sagen schrieb schreibt schrieben geschrieben berichtet berichtete berichteten antwortet antwortete rief ruft gab hob verwies`,
    'nannte nennt bezeichnete bezeichnet sprach spricht beschrieb beschreibt verurteilte begrüßte findet fand sieht sah hält hielt glaubt glaubte hofft hoffte will wollte',
  ),
  plainCues: wordSet('sagte sagt erklärte betonte'),
  that: wordSet('dass daß'),
  cueNouns: wordSet('erklärung mitteilung interview brief tweet rede aussage worte'),
  cuePhrases: [['laut'], ['so'], ['nach', 'angaben', 'von'], ['nach', 'angaben', 'der'], ['nach', 'angaben', 'des']],
  pronouns: new Map([
    ['er', 'he'],
    ['sie', 'she'],
    ['es', 'it'],
    ['ich', 'I'],
    ['wir', 'I'],
  ]),
  possessives: new Map([
    ['sein', 'he'],
    ['seine', 'he'],
    ['ihr', 'she'],
    ['ihre', 'she'],
  ]),
  definite: wordSet('der die das dem den des'),
  determiners: wordSet(
    'der die das dem den des ein eine einer eines einem einen dieser diese dieses viele einige mehrere zwei drei sein seine seiner ihr ihre ihrer kein keine alle beide',
  ),
  prepositions: wordSet(
    'am an auf aus bei beim bis durch für gegen hinter im in mit nach neben ohne seit über um unter vom von vor während wegen zu zum zur zwischen gegenüber trotz laut',
  ),
  conjunctions: wordSet('und aber oder denn sondern weil wenn als während obwohl ob dass daß nachdem bevor'),
  embedders: wordSet('dass daß weil ob wenn'),
  subordinators: wordSet('weil wenn als während obwohl nachdem bevor'),
  auxiliaries: wordSet(
    'hat haben hatte ist sind war waren wird werden würde kann könne müsse muss soll solle sei habe',
  ),
  passive: wordSet('wurde wurden wird werden'),
  between: wordSet(
    'hat haben hatte auch dann später zudem außerdem dabei dazu jedoch aber selbst weiter noch wieder nun allerdings gestern heute bereits gleichzeitig schließlich danach davor deshalb dennoch doch',
  ),
  verbs: wordSet('ist war hat hatte wird wurde kam ging steht stand gibt kommt geht'),
  times: wordSet(
    'montag dienstag mittwoch donnerstag freitag samstag sonntag montagabend dienstagabend mittwochabend donnerstagabend freitagabend januar februar märz april mai juni juli august september oktober november dezember gestern heute abend morgen nachmittag woche jahr',
  ),
  isRole: (lower) => ROLE.test(lower),
  isOffice: (lower) => lower !== 'herr' && lower !== 'frau',
  organisations: wordSet(
    'regierung partei polizei bank unternehmen konzern verband gewerkschaft behörde ministerium gericht staatsanwaltschaft zeitung sender verein universität institut kommission rat agentur opposition fraktion bundesregierung kirche stiftung gmbh ag',
  ),
  nameParts: wordSet('von van der de zu und'),
  abbreviations: wordSet('dr prof nr st bzw ca'),
  honorifics: new Map([
    ['herr', 'he'],
    ['frau', 'she'],
  ]),
  givenNames: GIVEN_NAMES,
  capitalNouns: true,
  invertsFreely: true,
};
