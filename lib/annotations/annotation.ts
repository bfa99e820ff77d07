import * as v from 'valibot';
import { Id, Instant } from './ids';
import { Segment } from './passage';
import { Placement } from './placement';

export const KINDS = ['quote', 'claim', 'speaker'] as const;
export const Kind = v.picklist(KINDS);
export type Kind = v.InferOutput<typeof Kind>;

/** `direct`: inside quotation marks; `indirect`: reported; `mixed`: reported with quoted words in it. */
export const QUOTE_TYPES = ['direct', 'indirect', 'mixed'] as const;
export const QuoteType = v.picklist(QUOTE_TYPES);
export type QuoteType = v.InferOutput<typeof QuoteType>;

export const CLAIM_STATUSES = ['unchecked', 'supported', 'disputed', 'false', 'other'] as const;
export const ClaimStatus = v.picklist(CLAIM_STATUSES);
export type ClaimStatus = v.InferOutput<typeof ClaimStatus>;

/** A source that speaks for or against a claim. */
export const Evidence = v.object({ id: Id, url: v.string(), title: v.string(), note: v.string(), addedAt: Instant });
export type Evidence = v.InferOutput<typeof Evidence>;

/** What a person found out about a claim. */
export const ClaimReview = v.object({
  status: ClaimStatus,
  rating: v.nullable(v.string()),
  summary: v.nullable(v.string()),
  evidence: v.array(Evidence),
});
export type ClaimReview = v.InferOutput<typeof ClaimReview>;

/**
 * Who said it: the speaker (or claimant), how this article describes them, the passage that names them and the passage
 * that says they said it ("told reporters").
 */
export const Attribution = v.object({
  speakerId: v.nullable(Id),
  describedAs: v.nullable(v.string()),
  mention: v.nullable(Segment),
  cue: v.nullable(Segment),
});
export type Attribution = v.InferOutput<typeof Attribution>;

/** A link to another annotation: the quote a claim stands in, or the same claim elsewhere. */
export const AnnotationLink = v.object({ rel: v.picklist(['claim-in-quote', 'same-claim']), target: Id });
export type AnnotationLink = v.InferOutput<typeof AnnotationLink>;

/**
 * A tagged passage. `segments` are in reading order: a quote that its cue interrupts has several. They stay as they were
 * recorded; what a person has decided since about their place and wording stands in `placements`, the oldest first.
 */
export const Annotation = v.object({
  id: Id,
  articleKey: v.string(),
  kind: Kind,
  segments: v.pipe(v.array(Segment), v.minLength(1)),
  placements: v.array(Placement),
  /** Only for quotes. */
  quoteType: v.nullable(QuoteType),
  attribution: Attribution,
  /** Only for claims. */
  claim: v.nullable(ClaimReview),
  tags: v.array(v.string()),
  note: v.string(),
  creator: v.nullable(v.string()),
  origin: v.picklist(['hand', 'suggested']),
  /** How sure the engine was of a suggestion, 0 to 1; null for what a person tagged by hand. */
  probability: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  links: v.array(AnnotationLink),
  createdAt: Instant,
  updatedAt: Instant,
  /** A deleted record stays as a tombstone until it is purged. */
  deletedAt: v.nullable(Instant),
});
export type Annotation = v.InferOutput<typeof Annotation>;

/** A fresh annotation of `kind`, with everything that is still to be filled in left open. */
export function newAnnotation(
  start: Pick<Annotation, 'id' | 'articleKey' | 'kind' | 'segments' | 'createdAt'> & {
    quoteType?: QuoteType | null;
    creator?: string | null;
  },
): Annotation {
  const { id, articleKey, kind, segments, createdAt } = start;
  return {
    id,
    articleKey,
    kind,
    segments,
    placements: [],
    quoteType: kind === 'quote' ? (start.quoteType ?? null) : null,
    attribution: { speakerId: null, describedAs: null, mention: null, cue: null },
    claim: kind === 'claim' ? { status: 'unchecked', rating: null, summary: null, evidence: [] } : null,
    tags: [],
    note: '',
    creator: start.creator ?? null,
    origin: 'hand',
    probability: null,
    links: [],
    createdAt,
    updatedAt: createdAt,
    deletedAt: null,
  };
}

/** Every passage of an annotation: as recorded, as placed since, and those that name the speaker and say they said it. */
export const passagesOf = ({
  segments,
  placements,
  attribution,
}: Pick<Annotation, 'segments' | 'placements' | 'attribution'>): Segment[] =>
  [...segments, ...placements.flatMap((placement) => placement.segments), attribution.mention, attribution.cue].filter(
    (segment) => segment !== null,
  );
