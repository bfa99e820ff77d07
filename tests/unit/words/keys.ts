import { childrenOf, FILLED_IN, type Node, parse, type Source, wordsOf } from './syntax';

/** How a source names messages: keys it says in full, and patterns for those that it puts together. */
export interface NamedKeys {
  readonly keys: readonly string[];
  readonly patterns: readonly RegExp[];
}

const PUT_TOGETHER = /^[a-zA-Z]+\.[a-zA-Z.]*\u{fffc}[a-zA-Z.]*$/u;

/** What of a source may name a message. */
export function namedKeys(source: Source): NamedKeys {
  const keys: string[] = [];
  const patterns: RegExp[] = [];
  const visit = (node: Node) => {
    const words = wordsOf(node);
    const inManifest = words?.match(/^__MSG_(\w+)__$/);
    if (inManifest?.[1]) keys.push(inManifest[1].replaceAll('_', '.'));
    else if (words?.includes(FILLED_IN)) {
      if (isKeyPattern(words)) patterns.push(patternOf(words));
    } else if (words !== null) keys.push(words);
    for (const [, child] of childrenOf(node)) visit(child);
  };
  visit(parse(source));
  return { keys, patterns };
}

/** Such as "kind.…" and "….title": what is filled in is one part of the key, or some letters of it. */
const isKeyPattern = (words: string): boolean => PUT_TOGETHER.test(words) || /^\u{fffc}\.[a-zA-Z.]+$/u.test(words);

const patternOf = (words: string): RegExp =>
  new RegExp(`^${words.replaceAll('.', '\\.').replaceAll(FILLED_IN, '[a-zA-Z]+')}$`);

/** The keys that none of the sources names. */
export function unusedKeys(keys: readonly string[], sources: readonly Source[]): string[] {
  const named = sources.map(namedKeys);
  const said = new Set(named.flatMap((one) => one.keys));
  const patterns = named.flatMap((one) => one.patterns);
  return keys.filter((key) => !said.has(key) && !patterns.some((pattern) => pattern.test(key)));
}

/** The keys that a source asks for in full (`i18n.t('a.b')`) and that are none. */
export function unknownKeys(keys: readonly string[], source: Source): string[] {
  const known = new Set(keys);
  const unknown: string[] = [];
  const visit = (node: Node) => {
    for (const [field, child] of childrenOf(node)) {
      const words = node.type === 'CallExpression' && field === 'arguments' && asks(node) ? wordsOf(child) : null;
      if (words !== null && /^[a-zA-Z]+(?:\.[a-zA-Z]+)*$/.test(words) && !known.has(words)) unknown.push(words);
      visit(child);
    }
  };
  visit(parse(source));
  return unknown;
}

function asks({ callee }: Node): boolean {
  return JSON.stringify(callee, ['type', 'object', 'property', 'name'])?.includes('"name":"i18n"') ?? false;
}
