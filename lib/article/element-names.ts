import type { BlockFacts } from './block-facts';

/** All names that a rule goes by, by their first word; and those that are only the end of a word, which `*caption` says. */
const NAMES = new Map<string, string[]>();
const ENDINGS: string[] = [];

/** Names by which a rule is to go, separated by commas. */
export function namesIn(list: string): string[] {
  const names = list.split(', ');
  for (const name of names) {
    if (name.startsWith('*')) ENDINGS.push(name.slice(1));
    else {
      const first = name.replace(/ .*/, '');
      NAMES.set(first, [...(NAMES.get(first) ?? []), name]);
    }
  }
  return names;
}

/** Those of the names that the elements around a block bear. Most bear none. */
function findNames(around: string): ReadonlySet<string> {
  const found = new Set<string>();
  let at = 0;
  for (const word of around.split(' ')) {
    for (const name of NAMES.get(word) ?? []) if (around.startsWith(`${name} `, at)) found.add(name);
    for (const ending of ENDINGS) if (word.endsWith(ending)) found.add(`*${ending}`);
    at += word.length + 1;
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
