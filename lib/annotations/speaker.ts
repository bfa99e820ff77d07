import * as v from 'valibot';
import { Id, Instant } from './ids';

/** A person or organisation that says things: one record for all articles. Namesakes are separate records. */
export const Speaker = v.object({
  id: Id,
  name: v.pipe(v.string(), v.trim(), v.minLength(1, 'A speaker needs a name.')),
  role: v.string(),
  organisation: v.string(),
  aliases: v.array(v.string()),
  wikidata: v.nullable(v.pipe(v.string(), v.regex(/^Q[1-9]\d*$/))),
  createdAt: Instant,
  updatedAt: Instant,
  deletedAt: v.nullable(Instant),
});
export type Speaker = v.InferOutput<typeof Speaker>;

/** A fresh speaker of whom only the name is known. */
export const newSpeaker = (id: Id, name: string, at: Instant): Speaker => ({
  id,
  name,
  role: '',
  organisation: '',
  aliases: [],
  wikidata: null,
  createdAt: at,
  updatedAt: at,
  deletedAt: null,
});
