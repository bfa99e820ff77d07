import * as v from 'valibot';

/** The parts of our Web Annotation export that are read back, as far as it takes to make records of them. */

const text = v.string();
const optional = v.optional(v.nullable(text), null);
const texts = v.optional(v.array(text), () => []);

const described = {
  'schema:headline': text,
  'onrecord:byline': optional,
  'schema:author': texts,
  'schema:publisher': optional,
  'schema:articleSection': optional,
  'schema:datePublished': optional,
  'schema:dateModified': optional,
  'schema:inLanguage': optional,
  'onrecord:direction': optional,
  'onrecord:sources': v.optional(v.record(text, text), () => ({})),
};

const SnapshotNode = v.object({
  id: text,
  'schema:url': text,
  'schema:text': text,
  ...described,
  created: text,
  'onrecord:extractor': text,
});
export type SnapshotNode = v.InferOutput<typeof SnapshotNode>;

export const ArticleNode = v.object({
  id: text,
  'schema:url': text,
  ...described,
  created: text,
  modified: text,
  'onrecord:alias': v.array(v.object({ id: text, 'onrecord:source': text, created: text })),
  'onrecord:snapshot': v.array(SnapshotNode),
});
export type ArticleNode = v.InferOutput<typeof ArticleNode>;

export const SpeakerNode = v.object({
  id: text,
  name: text,
  'onrecord:role': text,
  'onrecord:organisation': text,
  'onrecord:alias': texts,
  'schema:sameAs': optional,
  created: text,
  modified: text,
});
export type SpeakerNode = v.InferOutput<typeof SpeakerNode>;

/** A passage. A selector that is not known is left aside: the words are enough. */
export const Passage = v.object({
  source: text,
  selector: v.array(v.looseObject({ type: text })),
  state: v.optional(v.object({ cached: text })),
  'onrecord:part': v.optional(v.number()),
});
export type Passage = v.InferOutput<typeof Passage>;

const textualBody = { type: v.literal('TextualBody'), value: text, purpose: text };
export const EvidenceNode = v.object({
  id: text,
  'schema:url': text,
  'onrecord:title': text,
  'onrecord:note': text,
  created: text,
});
/** What a body says of a claim beside its status. */
export const ReviewBody = v.object({
  value: text,
  'onrecord:rating': optional,
  'onrecord:summary': optional,
  'onrecord:evidence': v.optional(v.array(EvidenceNode), () => []),
});

export const TaggingItem = v.object({
  id: text,
  created: text,
  modified: text,
  creator: v.optional(v.object({ name: text })),
  body: v.array(v.looseObject(textualBody)),
  target: v.array(Passage),
  'onrecord:quoteType': optional,
  'onrecord:origin': text,
  'onrecord:probability': v.optional(v.nullable(v.number()), null),
  'onrecord:placement': v.optional(
    v.array(v.object({ id: text, 'onrecord:decision': text, 'onrecord:passage': v.array(Passage), created: text })),
    () => [],
  ),
});
export type TaggingItem = v.InferOutput<typeof TaggingItem>;

export const LinkingItem = v.object({
  id: text,
  motivation: v.literal('linking'),
  target: text,
  body: v.array(
    v.union([
      v.object(textualBody),
      v.object({ ...Passage.entries, purpose: text }),
      v.object({ source: text, purpose: v.literal('linking') }),
    ]),
  ),
  'onrecord:relation': v.optional(text),
});
export type LinkingItem = v.InferOutput<typeof LinkingItem>;
