import { isNumber, type Tokens } from './tokens';
import { classesOf, openers } from './word-classes';

/**
 * The features of a sentence as numbers of `FEATURE_BITS` bits: hashes of words, word pairs, shapes and classes, so that
 * the model holds no vocabulary (Weinberger et al. 2009, "Feature hashing for large scale multitask learning").
 */
export const FEATURE_BITS = 18;

/** How much a feature counts: pairs are many and say the same again, so each counts less. */
const PAIR = 0.7;
const CLASS_PAIR = 0.4;

/** Each feature with how much it counts. */
export function featuresOf({ words, stems, shapes }: Tokens): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const addAs = (value: number, kind: string, ...parts: string[]) => {
    found.set(hash(`${kind} ${parts.join(' ')}`), value);
  };
  const add = (kind: string, ...parts: string[]) => addAs(1, kind, ...parts);

  let stemBefore = '^';
  words.forEach((word, i) => {
    const stem = stems[i] ?? '';
    const shape = shapes[i] ?? '';
    add('word', stem);
    add('start', word.slice(0, 5));
    add('words', stemBefore, stem);
    addAs(PAIR, 'word+shape', stemBefore, shape);
    if (i > 1) addAs(PAIR, 'skip', stems[i - 2] ?? '', stem);
    stemBefore = stem;
  });

  const count = (test: (entry: string) => boolean, list: readonly string[], most: number) =>
    String(Math.min(most, list.filter(test).length));
  add('length', String(Math.min(8, Math.floor(words.length / 5))));
  add('numbers', count(isNumber, words, 3));
  add(
    'names',
    count((shape) => shape === '@Cap', shapes, 4),
  );
  add(
    'pasts',
    count((shape) => shape === '@ed', shapes, 3),
  );
  add('persons', ['i', 'we', 'you', 'he', 'she', 'they'].filter((person) => words.includes(person)).join('+'));

  const classes = classesIn(words, shapes);
  classes.forEach((one, i) => {
    add('class', one);
    for (const other of classes.slice(i + 1)) addAs(CLASS_PAIR, 'classes', one, other);
  });

  addOpening(words, shapes, add);
  return found;
}

/** What there is in the sentence, wherever it stands; at most some fifty classes, so that their pairs stay few. */
function classesIn(words: readonly string[], shapes: readonly string[]): string[] {
  const found = new Set<string>([`length${Math.min(4, Math.floor(words.length / 7))}`]);
  words.forEach((word, i) => {
    for (const name of classesOf.get(word) ?? []) found.add(name);
    if (shapes[i] === '@ed') found.add('past');
    if (shapes[i] === '@Cap' && i > 0) found.add('name');
    if (word === '?') found.add('question');
    if (isNumber(word)) found.add('number').add(word.startsWith('#') ? word : 'number word');
  });
  return [...found].sort();
}

/** The first words after "Well, you know, I think that…": mostly the subject and its verb. */
function addOpening(
  words: readonly string[],
  shapes: readonly string[],
  add: (kind: string, ...parts: string[]) => void,
): void {
  let at = 0;
  while (at < words.length - 3 && openers.has(words[at] ?? '') && !isSubject(words, at)) at++;
  const classes = [at, at + 1, at + 2].map((i) => classesOf.get(words[i] ?? '')?.join('+') ?? shapes[i] ?? '');
  for (const length of [1, 2, 3]) add('opening', ...classes.slice(0, length));
}

/** Whether a pronoun that may be part of an opener ("I think", "you know", "that") is the subject itself. */
function isSubject(words: readonly string[], at: number): boolean {
  const next = words[at + 1] ?? '';
  if (words[at] === 'i') return !/^(?:think|believe|mean)/.test(next);
  if (words[at] === 'you') return next !== 'know';
  return words[at] === 'that' && at === 0;
}

/** FNV-1a (RFC 9923) over UTF-16 units, its last bits stirred as MurmurHash3 does, cut to `FEATURE_BITS`. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h ^= h >>> 13;
  return h >>> (32 - FEATURE_BITS);
}
