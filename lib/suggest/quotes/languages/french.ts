import { cuesOf, inflect, type Language, type Part, PLAIN, wordSet } from '../language';
import { GIVEN_NAMES } from './given-names';

const ROLES = wordSet(
  'ministre président présidente premier première secrétaire directeur directrice maire députée député sénateur sénatrice porte-parole chef cheffe avocat avocate juge procureur procureure professeur professeure docteur chercheur chercheuse économiste historien historienne auteur autrice écrivain cinéaste acteur actrice entraîneur entraîneuse patron patronne responsable représentant représentante commissaire ambassadeur ambassadrice général colonel pape évêque roi reine candidat candidate expert experte analyste journaliste capitaine fondateur fondatrice',
);
const REGULAR =
  'déclar affirm expliqu ajout assur estim indiqu soulign précis annonc demand lanc racont rappel regrett insist confi martel dénonc tweet comment constat rétorqu répliqu plaisant témoign résum not jug jur';
const JOINED = /^(.+?)-(?:t-)?(il|elle|ils|elles|on)$/i;
const ELIDED = /^([ldsjmtn]|qu)['’](.+)$/i;

/** French: elided words and "a-t-il" are several, and the verb of a past tense is two. */
export const FRENCH: Language = {
  ...PLAIN,
  code: 'fr',
  cues: cuesOf(
    `${inflect(REGULAR, 'é', 'e', 'ent', 'ait')} dit disent disait écrit répond répondu soutient soutenu reconnaît reconnu prévient prévenu avertit averti promet promis conclu conclut poursuit poursuivi`,
    `${inflect('qualifi évoqu salu critiqu accus condamn appel parl', 'é', 'e')} décrit pense croit veut souhaite`,
    `${inflect(REGULAR, 'ant')} disant`,
  ),
  plainCues: wordSet('dit déclaré'),
  that: wordSet('que qu'),
  cueNouns: wordSet('déclaration communiqué entretien lettre tweet discours propos'),
  cuePhrases: [['selon'], ['d', 'après']],
  pronouns: new Map([
    ['il', 'he'],
    ['elle', 'she'],
    ['ils', 'they'],
    ['elles', 'they'],
    ['qui', 'who'],
    ['je', 'I'],
    ['nous', 'I'],
    ['on', 'I'],
  ]),
  definite: wordSet('le la les l'),
  determiners: wordSet('le la les l un une des ce cet cette ces son sa ses leur leurs plusieurs deux trois quelques'),
  prepositions: wordSet(
    'à au aux avec chez contre dans de du d des en entre par parmi pendant pour sans sous sur vers lors après avant depuis selon malgré devant',
  ),
  conjunctions: wordSet('et mais ou car donc que qu quand lorsque si parce comme alors tandis puisque'),
  embedders: wordSet('que qu si parce'),
  subordinators: wordSet('quand lorsque comme si alors tandis puisque'),
  auxiliaries: wordSet('a ont avait est sont était serait sera doit peut va'),
  passive: wordSet('est été'),
  between: wordSet(
    'a ont avait avaient aussi ensuite également encore toutefois cependant n ne pas ainsi par ailleurs déjà enfin',
  ),
  isAdverb: (lower) => lower.length > 6 && lower.endsWith('ment'),
  verbs: wordSet('est était sont a ont fait va vient doit peut sera serait reste devient'),
  times: wordSet(
    'lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre hier aujourd matin soir semaine',
  ),
  isRole: (lower) => ROLES.has(lower),
  people: wordSet(
    'autorités responsables experts habitants témoins opposants manifestants policiers enquêteurs chercheurs',
  ),
  organisations: wordSet(
    'gouvernement parti police banque entreprise groupe syndicat association ministère tribunal parquet journal université institut commission agence opposition église fondation mairie comité conseil fédération société',
  ),
  nameParts: wordSet('de du d la le des van'),
  abbreviations: wordSet('m mm mme mlle dr st'),
  honorifics: new Map([
    ['m.', 'he'],
    ['mme', 'she'],
    ['monsieur', 'he'],
    ['madame', 'she'],
  ]),
  isOffice: (lower) => !/^(?:m\.|mme|monsieur|madame)$/.test(lower),
  givenNames: GIVEN_NAMES,
  split,
};

/** "a-t-il" and "dit-il" are verb and pronoun; "l’homme", "qu’il" begin with a word of their own. */
function split(piece: string): Part[] {
  const [, verb, pronoun] = JOINED.exec(piece) ?? [];
  if (verb && pronoun) return [...split(verb), { text: pronoun, at: piece.length - pronoun.length }];
  const [, elided, rest] = ELIDED.exec(piece) ?? [];
  if (!elided || !rest) return [{ text: piece, at: 0 }];
  return [{ text: elided, at: 0 }, ...split(rest).map(({ text, at }) => ({ text, at: at + elided.length + 1 }))];
}
