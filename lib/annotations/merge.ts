/** The part of a record that decides which of two versions is the later one. */
interface Dated {
  updatedAt: string;
  deletedAt: string | null;
}

/**
 * What a record that comes in is to the stored one of the same id: `same`, the `newer` or the `older` of the two, or in
 * `conflict` with it, when both are of one time or the stored one was deleted since.
 */
export type Standing = 'new' | 'same' | 'newer' | 'older' | 'conflict';

/** @param stored undefined when there is none of that id */
export function standingOf<T extends Dated>(stored: T | undefined, given: T): Standing {
  if (!stored) return 'new';
  if (isEqual(stored, given)) return 'same';
  const [before, after] = [Date.parse(stored.updatedAt), Date.parse(given.updatedAt)];
  if (after > before) return 'newer';
  const wasDeletedSince = stored.deletedAt !== null && given.deletedAt === null;
  return after < before && !wasDeletedSince ? 'older' : 'conflict';
}

/** Whether two records hold the same, in whatever order their keys are. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(Reflect.get(a, key), Reflect.get(b, key)))
  );
}
