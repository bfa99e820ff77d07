import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from 'vite';

const ROOT = resolve(import.meta.dirname, '../../..');

/** A file of the interface; `name` is its path within the project. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** The files in a folder and those below it that end so. */
export function sourcesIn(folder: string, ending: RegExp): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .sort()
    .map((path) => sourceOf(join(folder, path)));
}

export const sourceOf = (name: string): Source => ({ name, text: readFileSync(join(ROOT, name), 'utf8') });

/** A node of the syntax tree (ESTree, with JSX and TypeScript). */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** @throws Error when the source is no TypeScript */
export function parse({ name, text }: Source): Node {
  const { program, errors } = parseSync(name, text);
  const [error] = errors;
  if (error) throw new Error(`${name}: ${error.message}`);
  if (!isNode(program)) throw new Error(`${name} has no syntax tree.`);
  return program;
}

/** The nodes right below a node, each with the name of the field it stands in. */
export function childrenOf(node: Node): Array<readonly [field: string, child: Node]> {
  return Object.entries(node).flatMap(([field, value]) =>
    [value]
      .flat()
      .filter(isNode)
      .map((child) => [field, child] as const),
  );
}

/** Stands in the words of a template for what is filled in. */
export const FILLED_IN = '\u{fffc}';

/** What a string literal or the fixed parts of a template say; null for any other node. */
export function wordsOf(node: Node): string | null {
  if (node.type === 'JSXText' || (node.type === 'Literal' && typeof node.value === 'string')) return String(node.value);
  if (node.type !== 'TemplateLiteral') return null;
  return [node.quasis]
    .flat()
    .filter(isNode)
    .map(({ value }) => (typeof value === 'object' && value && 'cooked' in value ? String(value.cooked) : ''))
    .join(FILLED_IN);
}
