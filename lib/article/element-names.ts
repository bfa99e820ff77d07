import type { BlockFacts } from './block-facts';

/** All names that a rule goes by. `*caption` is any word that ends so. */
const NAMES = new Set<string>();
const ENDINGS: string[] = [];
/** The most words that one of them has. */
let mostWords = 1;

/** Names by which a rule is to go, separated by commas. */
export function namesIn(list: string): string[] {
  const names = list.split(', ');
  for (const name of names) {
    NAMES.add(name);
    mostWords = Math.max(mostWords, name.split(' ').length);
    if (name.startsWith('*')) ENDINGS.push(name);
  }
  return names;
}

/** Those of the names that the elements around a block bear. Most bear none. */
function findNames(around: string): ReadonlySet<string> {
  const found = new Set<string>();
  const words = around.split(' ');
  for (let i = 0; i < words.length; i++) {
    let name = words[i] ?? '';
    for (const ending of ENDINGS) if (name.endsWith(ending.slice(1))) found.add(ending);
    for (let n = 1; n <= mostWords; n++) {
      if (NAMES.has(name)) found.add(name);
      name += ` ${words[i + n]}`;
    }
  }
  return found;
}

/** What was found last: paragraph after paragraph stands in elements of the same names. */
let lastFound = { around: '', names: findNames('') };

/** Whether an element around a block bears one of these names, which are of `namesIn`. */
export function isCalled({ around }: BlockFacts, names: readonly string[]): boolean {
  if (lastFound.around !== around) lastFound = { around, names: findNames(around) };
  return lastFound.names.size > 0 && names.some((name) => lastFound.names.has(name));
}
