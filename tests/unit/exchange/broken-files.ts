/** Some six hundred files that are wrong in every way that we could think of, the same ones each time. */

export interface BrokenFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const encoder = new TextEncoder();
const file = (name: string, text: string): BrokenFile => ({ name, bytes: encoder.encode(text) });

type Path = (string | number)[];

/** The paths of all that an object holds, at whatever depth. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, one]) =>
    pathsOf(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

const at = (value: unknown, path: Path): unknown => path.reduce((inner, key) => Reflect.get(Object(inner), key), value);

/** A copy in which something else stands at that path. */
function changed(value: object, path: Path, change: (parent: object, key: string | number) => void): string {
  const copy = structuredClone(value);
  const key = path.at(-1) ?? '';
  change(Object(at(copy, path.slice(0, -1))), key);
  return JSON.stringify(copy, null, 1);
}

const put = (wrong: unknown) => (parent: object, key: string | number) => Reflect.set(parent, key, wrong);

/** Of another type than what is there. */
const WRONG_TYPES: [name: string, of: (value: unknown) => unknown][] = [
  ['an object', () => ({ toString: 'x' })],
  ['a number', (value) => (typeof value === 'number' ? 'seven' : -1.5)],
  ['an array', (value) => (Array.isArray(value) ? 'x' : [[]])],
];

const POLLUTED = ['__proto__', 'constructor', 'prototype'];
const SCRIPT = '<img src=x onerror=alert(1)><script>alert(2)</script>';

/**
 * @param valid a file that is right, with at least one record of each kind
 */
export function brokenFiles(valid: object): BrokenFile[] {
  const text = JSON.stringify(valid, null, 1);
  const paths = pathsOf(valid).filter((path) => typeof path[0] === 'string' && path.length > 2);
  const files: BrokenFile[] = [];

  for (let i = 0; i < 100; i++) {
    const cut = Math.floor((text.length * (i + 1)) / 102);
    files.push(file(`cut off after ${cut}`, text.slice(0, cut)));
  }
  for (const path of paths) {
    const [name, wrong] = WRONG_TYPES[files.length % WRONG_TYPES.length] ?? ['', () => 0];
    files.push(file(`${name} at ${path.join('.')}`, changed(valid, path, put(wrong(at(valid, path))))));
  }
  for (const [i, path] of paths.entries()) {
    const key = POLLUTED[i % POLLUTED.length] ?? '';
    const parent = path.slice(0, -1);
    if (typeof path.at(-1) !== 'string') continue;
    const marked = changed(valid, [...parent, 'POLLUTED'], put({ polluted: true }));
    files.push(file(`${key} at ${parent.join('.')}`, marked.replace('"POLLUTED"', JSON.stringify(key))));
  }
  const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  for (const depth of [65, 1000, 100_000]) {
    const nested = changed(valid, ['annotations', 0, 'note'], put('DEEP')).replace('"DEEP"', deep(depth));
    files.push(file(`${depth} arrays within each other`, nested));
    files.push(file(`${depth} arrays that do not end`, nested.replace(/\]+(?=,)/, '')));
  }
  for (const list of ['articles', 'speakers', 'annotations']) {
    const twice = (parent: object, key: string | number) => {
      const items: unknown[] = Reflect.get(parent, key);
      items.push(items[0]);
    };
    files.push(file(`one of the ${list} twice`, changed(valid, [list], twice)));
  }
  // Words of a page or a person may be any; these may not.
  const strict =
    /(?:id|key|url|hash|snapshot|createdAt|updatedAt|capturedAt|speakerId|kind|status|origin|scope|type|exact|text|target|at|articleKey)$/;
  for (const path of paths) {
    if (typeof at(valid, path) !== 'string' || !strict.test(String(path.at(-1)))) continue;
    // Evidence may be named in words.
    if (path.includes('evidence') && path.at(-1) === 'url') continue;
    files.push(file(`half a character at ${path.join('.')}`, changed(valid, path, put('\ud83d'))));
    files.push(file(`HTML at ${path.join('.')}`, changed(valid, path, put(SCRIPT))));
  }
  files.push({ name: 'half a character in bytes', bytes: bytesWith(text, [0xed, 0xa0, 0xbd]) });
  files.push({ name: 'bytes that are no UTF-8', bytes: bytesWith(text, [0xff]) });
  for (const wrong of ['', ' ', 'null', '7', '"x"', '[]', '{}', '[[[', '{"format":"on-record"}', '<html>', '\0']) {
    files.push(file(`nothing but ${wrong}`, wrong));
  }
  for (const version of [2, 99, 1.5, 0, -1, null, '1', [1]]) {
    files.push(file(`version ${JSON.stringify(version)}`, JSON.stringify({ ...valid, version })));
  }
  return files;
}

function bytesWith(text: string, wrong: number[]): Uint8Array<ArrayBuffer> {
  const bytes = encoder.encode(text);
  bytes.set(wrong, Math.floor(bytes.length / 2));
  return bytes;
}
