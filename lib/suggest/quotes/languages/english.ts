import { type CueForm, type Language, PLAIN, type PronounKind, type Strength, wordSet, words } from '../language';
import { GIVEN_NAMES } from './given-names';

/** Verbs whose object can be a quotation, whole. */
const SAYING =
  'acknowledge add admit advise affirm agree allege announce answer argue assert ask attest bellow blog boast bemoan brag caution chant charge claim chuckle comment complain concede conclude confess confide confirm contend continue counter crack cry declare demand elaborate emphasize estimate exclaim exhort explain gripe growl grumble gush imply inform inquire insist interject joke lament laugh maintain mock muse mutter note observe offer opine plead pledge point post predict pronounce proclaim promise quip rail read reason recall recite recount reflect refute reiterate relate remark remember remind repeat reply report respond retort reveal scoff scream shout sigh shrug sing snap speculate state stress suggest summarize swear testify theorize thunder tweet urge volunteer vow wager warn whisper wonder yell';
/** Verbs that say that somebody expresses something, with a quotation in part of it. */
const EXPRESSING =
  'accuse address applaud assail attack attribute berate blame blast call cast champion characterise characterize cheer cite condemn compare credit criticise criticize decry defend denounce deny deride describe discuss dismiss dispute dub echo endorse express frame hail highlight insinuate introduce invoke label lambast liken list mention name outline paint portray praise pose preach present press protest question quote rebuke recommend refer reference reject rip signal slam summon tout underscore vent voice welcome';
const THINKING =
  'believe consider expect fantasize fear favor feel hope imagine mean propose want worry wish decide desire see';

/** Base, third person, past, past participle, present participle of those that the rules get wrong. */
const IRREGULAR = `say says said said saying
tell tells told told telling
write writes wrote written writing
think thinks thought thought thinking
begin begins began begun beginning
speak speaks spoke spoken speaking
go goes went gone going
swear swears swore sworn swearing
sing sings sang sung singing
read reads read read reading
see sees saw seen seeing
feel feels felt felt feeling
mean means meant meant meaning
cast casts cast cast casting
put puts put put putting`;

/** Verbs that double their last letter. */
const DOUBLING = /^(?:refer|rip|slam|quip|snap|dub|blog|admit|brag)$/;

const IRREGULAR_STRENGTH: Readonly<Record<string, Strength>> = { think: 1, begin: 1, speak: 2, go: 1, put: 2, read: 2 };
const HAS_LISTENER = wordSet('tell inform remind assure urge');

function cueForms(): Map<string, CueForm> {
  const forms = new Map<string, CueForm>();
  const irregular = new Map(IRREGULAR.split('\n').map((line) => [line.split(' ', 1)[0] ?? '', line.split(' ')]));
  const add = (base: string, strength: Strength) => {
    const hasListener = HAS_LISTENER.has(base);
    const [, third, past, perfect, progressive] = irregular.get(base) ?? regular(base);
    const put = (form: string | undefined, kind: CueForm['form']) => {
      if (form !== undefined && !forms.has(form)) forms.set(form, { strength, form: kind, hasListener });
    };
    put(third, 'finite');
    put(past, 'finite');
    put(perfect, 'finite');
    put(progressive, 'participle');
    if (base !== 'continue') put(base, 'base');
  };
  for (const base of irregular.keys()) add(base, strengthOf(base));
  for (const base of words(SAYING)) add(base, 3);
  for (const base of words(EXPRESSING)) add(base, 2);
  for (const base of words(THINKING)) add(base, 1);
  return forms;
}

function strengthOf(base: string): Strength {
  const known = IRREGULAR_STRENGTH[base];
  if (known !== undefined) return known;
  if (words(THINKING).includes(base)) return 1;
  return words(EXPRESSING).includes(base) ? 2 : 3;
}

function regular(base: string): string[] {
  if (/[^aeo]y$/.test(base)) {
    const stem = base.slice(0, -1);
    return [base, `${stem}ies`, `${stem}ied`, `${stem}ied`, `${base}ing`];
  }
  const third = base + (/(?:s|x|z|ch|sh)$/.test(base) ? 'es' : 's');
  const stem = DOUBLING.test(base) ? base + base.slice(-1) : base.replace(/e$/, '');
  return [base, third, `${stem}ed`, `${stem}ed`, `${stem}ing`];
}

const PRONOUNS: readonly (readonly [string, PronounKind])[] = [
  ['he', 'he'],
  ['she', 'she'],
  ['they', 'they'],
  ['it', 'it'],
  ['who', 'who'],
  ['which', 'who'],
  ['i', 'I'],
  ['we', 'I'],
  ...words("i'm i've i'd i'll we're we've we'd we'll").map((word) => [word, 'I'] as const),
];

const ROLES =
  'adviser advisor activist actor actress advocate aide ally ambassador billionaire analyst anchor artist assistant attorney author blogger boss captain candidate chair chairman chairperson chairwoman chancellor chief co-chair co-founder co-host coach colonel columnist commander commentator commissioner congressman congresswoman consultant coordinator correspondent councillor councilman councilwoman counsel counselor critic delegate deputy dean director doctor economist editor engineer envoy executive ex-president expert father founder frontrunner front-runner general governor head historian host investigator judge justice journalist king lawmaker lawyer leader lieutenant major manager mayor minister moderator mother negotiator nominee officer official operator organizer owner partner pastor premier president president-elect priest prince princess principal professor prosecutor queen representative reporter researcher reverend rival scholar scientist secretary senator sergeant sheriff speaker spokesman spokesperson spokeswoman strategist student supporter teacher vice veteran writer sen sen. rep rep. gov gov. gen gen. lt lt. col col. maj maj. capt capt. sgt sgt. rev rev. prof prof. dr dr. mr mr. mrs mrs. ms ms. sir lord lady dame sens. reps. govs. businessman businesswoman brother sister son daughter wife husband widow neighbour neighbor friend colleague champion midfielder striker defender goalkeeper winger skipper team-mate teammate drummer guitarist bassist songwriter frontman vocalist composer conductor playwright novelist poet choreographer comedian presenter broadcaster narrator nurse surgeon solicitor barrister magistrate headteacher vicar bishop archbishop imam rabbi survivor pensioner astronaut';

/** English, as the news of all its countries writes it. */
export const ENGLISH: Language = {
  ...PLAIN,
  code: 'en',
  that: wordSet('that'),
  cues: cueForms(),
  plainCues: wordSet('said says say saying insisted insists'),
  subordinators: wordSet('when while if although though because as after before since until once unless'),
  asides: wordSet('a an while'),
  auxiliaries: wordSet(
    "has have had will would could should can may might must do does did is are was were hasn't haven't hadn't didn't doesn't don't won't wouldn't isn't wasn't aren't weren't can't cannot couldn't shouldn't i'm he's she's it's they're we're you're",
  ),
  standalone: wordSet('some many most others another one several few none both'),
  nounCues: wordSet(
    'answer answers announce charge charged charges claim claims comment comments demand demands estimate estimates interview joke laments note notes offer offering offers plea pledge pledges point points post posts question questions reason reasons recall remark remarks reply replies report reports retort state states stress tweet tweets vow vows volunteer volunteers wonder wonders worry',
  ),
  infinitiveCues: wordSet('promised promises promising promise vowed vows vowing vow'),
  cueNouns: wordSet(
    'statement statements tweet tweets email emails e-mail letter memo speech remarks remark comment comments message post interview words claim claims assertion column op-ed essay question answer response suggestion warning argument announcement testimony book tweeted vow pledge promise call description slogan motto quote quip line reaction retort chant chants mantra refrain observation note advice ad editorial headline',
  ),
  phrasalCues: new Map([
    ...words('shot shoots fired fires hit hits pushed pushes struck came').map((verb) => [verb, 'back'] as const),
    ...words('chimed chimes cut broke jumped').map((verb) => [verb, 'in'] as const),
    ['went', 'on'],
    ['goes', 'on'],
  ]),
  cuePhrases: [
    ['according', 'to'],
    ['in', 'the', 'words', 'of'],
  ],
  pronouns: new Map(PRONOUNS),
  possessives: new Map<string, PronounKind>([
    ['his', 'he'],
    ['her', 'she'],
    ['their', 'they'],
    ['its', 'it'],
    ['my', 'I'],
  ]),
  definite: wordSet('the'),
  determiners: wordSet(
    'a an the this these those his her their its our my your one two three four five six seven eight nine ten some many several most other another both all few each every no any more such',
  ),
  prepositions: wordSet(
    'aboard of for at in on to from with by about against among around as before after behind between beyond despite during inside into like near off onto out outside over per since through throughout toward towards under until unlike up upon via within without amid above across alongside below regarding including vs',
  ),
  conjunctive: wordSet('as after before since until than like'),
  conjunctions: wordSet(
    'and but or nor so yet that because when while if although though whether what where why how whose than whom once unless whereas',
  ),
  embedders: wordSet('that because if whether what why how where whose than whom'),
  passive: wordSet('is are was were be been being am get got'),
  between: wordSet(
    "has have had is are was were be been being am will would could should can may might must do does did not n't never also then later once again even still just already always often first finally further himself herself themselves itself who've soon ever only now simply reportedly sometimes frequently long ago both all each meanwhile however moreover nevertheless nonetheless besides indeed perhaps maybe afterward afterwards additionally hasn't haven't hadn't didn't doesn't don't won't wouldn't isn't wasn't twice instead likewise thus hence overall elsewhere",
  ),
  isAdverb: (lower) =>
    lower.length > 4 && lower.endsWith('ly') && !/^(?:family|early|ally|reply|assembly|italy|july)$/.test(lower),
  verbs: wordSet(
    'is are was were be been being am has have had do does did will would could should can may might must went goes gone came come comes took take takes made make makes got get gets gave give gives found find finds left leave leaves lost lose won ran held hold holds kept keep keeps led met meet meets sat stood stand stands brought bring brings began begin begins became become becomes knew know knows sent send sends spent paid pay fell grew rose drew threw shot hit put set let need needs looked seems seemed appeared appears tried tries used turned turns helped helps worked lives lived played pushed started stopped joined served moved raised showed shown faced opposed supported backed backs passed voted delivered released issued published gathered visited endorses remained remains continued followed follows arrived refused refuses agreed planned hopes sought seeks seek tends marks prompted drawn ended ends opened closed',
  ),
  times: wordSet(
    'hour hours minutes day days weeks months years moments monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan jan. feb feb. aug aug. sept sept. oct oct. nov nov. dec dec. today yesterday tomorrow tonight last week month year night morning afternoon evening earlier recently',
  ),
  isRole: (() => {
    const roles = wordSet(ROLES);
    const isRole = (lower: string) => roles.has(lower) || (lower.endsWith('s') && roles.has(lower.slice(0, -1)));
    return (lower: string) =>
      isRole(lower) ||
      isRole(lower.slice(lower.lastIndexOf('-') + 1)) ||
      /(?:ologist|icist|ician|entist)s?$/.test(lower);
  })(),
  isOffice: (lower) => !/^(?:mr|mrs|ms|dr|sir|lady|lord|dame)\.?$/.test(lower),
  people: wordSet(
    'percent voters sources source people man woman men women girl boy opponents republicans democrats conservatives liberals authorities police others resident residents person parents protesters protester fans users observers witnesses witness players reader readers insiders americans pundits members member followers family families demonstrators teenager youth crowd audience viewers workers immigrants muslims christians soldiers respondents participants immigrant caller attendee attendees spokesmen operatives donors insider allies voter guest guests passenger passengers detractors spectators marchers onlookers bystanders campaigners commuters drivers farmers customers tenants villagers relatives',
  ),
  organisations: wordSet(
    'campaign committee commission council party group groups association union federation foundation institute institution university college school court agency bureau watch department ministry office administration government company firm corporation bank hospital church club team league network channel station newspaper magazine paper outlet website site report study poll survey statement lawsuit filing complaint letter document documents article editorial ad memo email board panel coalition alliance organization organisation authority parliament congress senate house kremlin pentagon embassy center centre society project fund pac press times post news journal herald tribune guardian telegraph gazette inc inc. corp corp. co. llc ltd ltd. plc gmbh release petition headline sign banner caption page account spokespeople staff nation country state city army navy force forces service services bill platform rule policy contract constitution charter indictment transcript video brigade orchestra theatre museum festival',
  ),
  places: wordSet(
    'russia china iran israel ukraine france germany britain turkey india japan syria iraq america europe mexico canada poland italy spain moscow washington beijing kiev kyiv london berlin paris tehran brussels jerusalem ankara twitter facebook google florida texas california',
  ),
  nameParts: wordSet('of de la le van von der den del al bin ibn the da di du dos e y for & st. el ter ten'),
  abbreviations: wordSet(
    'mr mrs ms dr prof sen sens rep reps gov govs gen lt col maj capt cmdr sgt rev hon st jr sr inc corp co ltd jan feb aug sept oct nov dec vs no d-n.y',
  ),
  honorifics: new Map([
    ['mr', 'he'],
    ['mr.', 'he'],
    ['sir', 'he'],
    ['lord', 'he'],
    ['king', 'he'],
    ['prince', 'he'],
    ['congressman', 'he'],
    ['chairman', 'he'],
    ['spokesman', 'he'],
    ['businessman', 'he'],
    ['mrs', 'she'],
    ['mrs.', 'she'],
    ['ms', 'she'],
    ['ms.', 'she'],
    ['lady', 'she'],
    ['dame', 'she'],
    ['queen', 'she'],
    ['princess', 'she'],
    ['congresswoman', 'she'],
    ['chairwoman', 'she'],
    ['spokeswoman', 'she'],
    ['businesswoman', 'she'],
  ]),
  givenNames: GIVEN_NAMES,
};
