import * as v from 'valibot';

/** What is read of a row of the Hypothesis API; the rest of it is left aside. */
export const HypothesisRow = v.object({
  id: v.string(),
  created: v.string(),
  updated: v.string(),
  uri: v.string(),
  user: v.optional(v.string()),
  text: v.optional(v.string(), ''),
  tags: v.optional(v.array(v.string()), () => []),
  references: v.optional(v.array(v.string())),
  document: v.optional(v.looseObject({ title: v.optional(v.union([v.array(v.string()), v.string()])) })),
  target: v.optional(
    v.array(v.looseObject({ selector: v.optional(v.array(v.looseObject({ type: v.string() })), () => []) })),
    () => [],
  ),
});
export type HypothesisRow = v.InferOutput<typeof HypothesisRow>;
