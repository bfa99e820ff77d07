import * as v from 'valibot';

/** Every record that a person makes is named by a random UUID, so that two machines never name two things alike. */
export const Id = v.pipe(v.string(), v.uuid());
export type Id = v.InferOutput<typeof Id>;

/** An instant: ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const Instant = v.pipe(v.string(), v.isoTimestamp());
export type Instant = v.InferOutput<typeof Instant>;

/** A new random id. */
export const newId = (): Id => crypto.randomUUID();

/** The present instant. */
export const now = (): Instant => new Date().toISOString();
