/** English words by what they tell about a sentence being a statement of fact that can be checked. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that the model sees as themselves where other words are only seen by their shape. */
export const functionWords = set(
  'i we you he she they it my our your his her their this that the a an of in to for and but or not no is are was were be been being have has had do does did will would should could can must may might more than less as at by from on with who what when where why how if because so all every any some there these those its me us him them about over under into out up down just very now ago since last first years year people said says say',
);

export const numberWords = set(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion hundreds thousands millions billions trillions half third quarter dozen dozens percent',
);

/** Past tenses and participles that do not end in -ed. */
export const irregularPasts = set(
  'was were had did made said took gave got came saw voted left lost won cut spent paid brought built began became fell rose grew held kept knew led put ran sent stood thought told wrote found met sold bought raised created passed signed done gone given taken seen been',
);

/** How a speaker gets going, before the subject of the sentence. */
export const openers = set(
  'and but so now well look first second secondly finally also then because you know i mean again yes no okay let me say that the fact of matter is think believe in',
);

const CLASSES: Readonly<Record<string, string>> = {
  i: "i i'm i've i'd i'll me my",
  we: "we we're we've we'd we'll our us",
  you: "you you're you've you'd you'll your",
  he: "he she he's she's he'd his her him",
  they: "they they're they've their them",
  it: "it it's that's this that there there's",
  past: 'was were had did made said took gave got came saw voted left lost won cut spent paid brought built began became fell rose grew held kept knew led put ran sent stood thought told wrote found met sold bought',
  perfect: "have has i've we've you've they've he's been",
  future: "will won't i'll we'll he'll they'll going gonna",
  modal: "would should could can must may might need ought can't couldn't wouldn't shouldn't let let's",
  be: "is are isn't aren't am",
  negation: "not no never n't nothing didn't don't doesn't wasn't haven't hasn't none nobody",
  comparison:
    'more less than fewer higher lower better worse larger bigger greater highest lowest largest biggest most least record worst best',
  change:
    'increase increased increases rise risen rising raise raised raising fall fallen cut cuts cutting doubled double tripled lost lose losing grow growing growth reduce reduced reduction down up drop dropped decline declined gained gain created create',
  law: 'bill law laws amendment congress senate legislation act court supreme administration committee treaty agreement commission department',
  record:
    'vote voted votes passed pass signed vetoed veto enacted proposed opposed supported sponsored repealed approved appointed introduced rejected blocked banned ended fought refused negotiated funded closed opened',
  plan: 'plan plans program programs policy policies proposal proposals platform position',
  tax: 'tax taxes taxed taxpayers taxpayer',
  money: 'billion million trillion thousand dollars dollar money cents percent',
  work: 'jobs job unemployment unemployed employed income wages wage hired workers',
  budget: 'budget deficit deficits debt spending surplus funding funds balanced spend',
  economy:
    'economy economic trade inflation cost costs price prices rate rates growth interest companies company business businesses banks exports imports manufacturing market industry recession',
  military:
    'troops war weapons nuclear missiles missile army military forces soldiers bomb attack attacked terrorists defense isis invaded killed died',
  country:
    'iraq iran afghanistan china russia soviet israel mexico korea vietnam cuba japan germany europe syria libya nato chinese russian russians california texas ohio pennsylvania',
  people:
    'americans people women children families family seniors students kids middle class poor wealthy population blacks african-americans hispanics veterans millions',
  health:
    'health insurance medicare medicaid drugs coverage social security premiums doctors care prescription hospital',
  crime: 'crime guns gun police prison drug immigration immigrants border illegal murder abortion',
  education: 'school schools education teachers college',
  energy: 'oil energy gas coal environment climate pollution',
  said: 'said says called told promised wrote announced claimed stated quoted testified admitted accused',
  thinking: 'think believe feel guess sure know understand agree mean thought',
  wishing: 'want like love wish hope hopes care try trying work help',
  judgement:
    'good great bad wrong right important terrible wonderful fine strong tough big ridiculous disaster difference leadership values future dream hope problem problems issue issues',
  courtesy: 'thank thanks please sorry okay well yes good evening welcome question questions answer minutes',
  time: 'ago year years last since today now yesterday month months decade first time history days century week',
  ever: 'ever never always once before after again already',
  quantity: 'every all many only half each number percent majority average total none entire',
  link: 'when if because but so and',
  world: 'world country united states state america nation american national',
  office:
    'president governor senator secretary vice mayor mr opponent republican democrat democratic republicans democrats party',
  politician:
    'clinton bush obama trump reagan carter kennedy nixon romney mccain dole kerry gore ford perot mondale biden pence',
};

/** The classes that a word belongs to. */
export const classesOf: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>();
  for (const [name, words] of Object.entries(CLASSES)) {
    for (const word of words.split(' ')) found.set(word, [...(found.get(word) ?? []), name]);
  }
  return found;
})();
