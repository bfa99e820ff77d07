import { cuesOf, inflect, type Language, PLAIN, wordSet } from '../language';
import { GIVEN_NAMES } from './given-names';

const ROLES = wordSet(
  'ministro ministra presidente presidenta primer primera secretario secretaria director directora alcalde alcaldesa diputado diputada senador senadora portavoz vocero vocera jefe jefa abogado abogada juez jueza fiscal profesor profesora doctor doctora investigador investigadora economista historiador historiadora autor autora escritor escritora cineasta actor actriz entrenador entrenadora técnico responsable representante comisario comisaria embajador embajadora general coronel papa obispo rey reina candidato candidata experto experta analista periodista capitán fundador fundadora canciller gobernador gobernadora consejero consejera líder',
);

const REGULAR =
  'afirm asegur explic agreg señal indic declar destac subray coment expres pregunt anunci insist reiter precis apunt aclar lament denunci confirm inform opin replic brome confes exclam matiz remarc tuite consider';

/** Spanish: the subject often follows its verb. */
export const SPANISH: Language = {
  ...PLAIN,
  code: 'es',
  cues: cuesOf(
    `${inflect(REGULAR, 'ó', 'a', 'an', 'aron', 'ado')} dijo dice dicen dijeron dicho decía añadió añade señaló advirtió advierte manifestó manifiesta sostuvo sostiene contó cuenta escribió escribe respondió responde recordó recuerda reconoció reconoce admitió admite prometió promete concluyó concluye`,
    `${inflect('calific llam acus critic celebr tach', 'ó', 'a')} describió describe pidió pide cree quiere espera defendió defiende`,
    `${inflect(REGULAR, 'ando')} diciendo añadiendo`,
  ),
  plainCues: wordSet('dijo'),
  that: wordSet('que'),
  cueNouns: wordSet('declaración comunicado entrevista carta tuit discurso palabras'),
  cuePhrases: [['según'], ['de', 'acuerdo', 'con']],
  pronouns: new Map([
    ['él', 'he'],
    ['ella', 'she'],
    ['ellos', 'they'],
    ['ellas', 'they'],
    ['quien', 'who'],
    ['yo', 'I'],
    ['nosotros', 'I'],
  ]),
  definite: wordSet('el la los las'),
  determiners: wordSet('el la los las un una unos unas este esta estos estas su sus varios dos tres algunos otro otra'),
  prepositions: wordSet(
    'a al ante bajo con contra de del desde durante en entre hacia hasta para por según sin sobre tras mediante',
  ),
  conjunctions: wordSet('y e pero o u que cuando si porque como mientras aunque pues'),
  embedders: wordSet('que si porque'),
  subordinators: wordSet('cuando si mientras aunque como'),
  auxiliaries: wordSet('ha han había es son era fue será sería debe puede está están estaba'),
  passive: wordSet('fue fueron'),
  between: wordSet('ha han había habían también luego después además no se le les lo ya así aún'),
  isAdverb: (lower) => lower.length > 6 && lower.endsWith('mente'),
  verbs: wordSet('es era son fue ha han está están hace va viene debe puede será tiene'),
  times: wordSet(
    'lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ayer hoy semana noche',
  ),
  isRole: (lower) => ROLES.has(lower),
  people: wordSet('autoridades expertos vecinos testigos opositores manifestantes investigadores'),
  organisations: wordSet(
    'gobierno partido policía banco empresa grupo sindicato asociación ministerio tribunal fiscalía diario universidad instituto comisión agencia oposición iglesia fundación ayuntamiento comité consejo federación compañía',
  ),
  nameParts: wordSet('de del la los y'),
  abbreviations: wordSet('sr sra dr dra'),
  honorifics: new Map([
    ['sr.', 'he'],
    ['señor', 'he'],
    ['don', 'he'],
    ['sra.', 'she'],
    ['señora', 'she'],
    ['doña', 'she'],
  ]),
  isOffice: (lower) => !/^(?:sra?\.|señora?|don|doña)$/.test(lower),
  givenNames: GIVEN_NAMES,
  invertsFreely: true,
  splitsNames: true,
};
