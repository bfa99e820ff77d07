import * as v from 'valibot';
import type { Place, Rejection, RejectionReason } from '@/lib/annotations/incoming';
import { JsonItems, type JsonPiece } from './json-items';
import { readText } from './read-text';

/** Keys that no record has, and that change what objects are where somebody assigns them carelessly. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

export type Rejected = { type: 'rejected' } & Rejection;

export const reject = (place: Place, reason: RejectionReason, detail: string): Rejected => ({
  type: 'rejected',
  place,
  reason,
  detail: shortened(detail),
});

/** So much of what a file says goes into a message, and no more. */
const shortened = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text).toWellFormed();

/** The items of those arrays of a JSON file, and the plain values beside them. @throws ImportError */
export async function* piecesOf(file: Blob, arrays: readonly string[]): AsyncGenerator<JsonPiece> {
  const items = new JsonItems(arrays);
  for await (const chunk of readText(file)) yield* items.push(chunk);
  yield* items.end();
}

export const placeOf = ({ path, index, line }: JsonPiece): Place => ({
  path: index === null ? path : `${path}[${index}]`,
  line,
});

/** What a piece holds; or that it was rejected, when it is no JSON or would do harm. */
export function parsePiece(piece: JsonPiece): { value: unknown } | Rejected {
  const place = placeOf(piece);
  if (piece.problem) return reject(place, piece.problem, `It begins on line ${piece.line}.`);
  try {
    const value: unknown = JSON.parse(piece.text);
    const key = forbiddenKey(value);
    return key === null ? { value } : reject(place, 'forbidden-key', key);
  } catch (error) {
    return reject(place, 'broken-json', error instanceof Error ? error.message : String(error));
  }
}

/** How deep it nests was limited when it was cut out of the file. */
function forbiddenKey(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = FORBIDDEN.has(key) ? key : forbiddenKey(inner);
    if (found !== null) return found;
  }
  return null;
}

/** The value in the shape of the schema; or that it was rejected, with the path of what does not fit. */
export function shaped<const S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  place: Place,
): { output: v.InferOutput<S> } | Rejected {
  const result = v.safeParse(schema, value);
  if (result.success) return { output: result.output };
  const [issue] = result.issues;
  return reject(place, 'wrong-shape', `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}
