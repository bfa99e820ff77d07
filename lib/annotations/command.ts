import * as v from 'valibot';
import { Annotation, Attribution, ClaimReview, QuoteType } from './annotation';
import { Article, ClaimedUrls, Snapshot } from './article';
import { Id, Instant } from './ids';
import { Segment } from './passage';
import { Placement } from './placement';
import { Speaker } from './speaker';

/** The article and the wording that a new passage was read in; stored with the passage if they are not known yet. */
export const Capture = v.object({ article: Article, claimedUrls: ClaimedUrls, snapshot: Snapshot });
export type Capture = v.InferOutput<typeof Capture>;

/** The fields of an annotation that a person can edit; those left out stay as they are. */
export const AnnotationPatch = v.object({
  quoteType: v.exactOptional(v.nullable(QuoteType)),
  claim: v.exactOptional(v.partial(ClaimReview)),
  attribution: v.exactOptional(v.partial(Attribution)),
  tags: v.exactOptional(v.array(v.string())),
  note: v.exactOptional(v.string()),
});
export type AnnotationPatch = v.InferOutput<typeof AnnotationPatch>;

export const SpeakerPatch = v.object({
  name: v.exactOptional(Speaker.entries.name),
  role: v.exactOptional(v.string()),
  organisation: v.exactOptional(v.string()),
  aliases: v.exactOptional(v.array(v.string())),
});
export type SpeakerPatch = v.InferOutput<typeof SpeakerPatch>;

/** `id` names the command itself: one that arrives twice is carried out once. `at` is when the person acted. */
const base = { id: Id, at: Instant };

/** Every way in which the store can be written to. */
export const Command = v.variant('type', [
  v.object({ ...base, type: v.literal('annotate'), capture: Capture, annotation: Annotation }),
  v.object({
    ...base,
    type: v.literal('updateAnnotation'),
    annotationId: Id,
    patch: AnnotationPatch,
    /** Needed when the patch brings a passage (mention, cue). */
    capture: v.nullable(Capture),
  }),
  v.object({ ...base, type: v.literal('addSegment'), annotationId: Id, segment: Segment, capture: Capture }),
  /** Says where an annotation stands now; `capture` is the wording that the placement was decided on. */
  v.object({ ...base, type: v.literal('placeAnnotation'), annotationId: Id, placement: Placement, capture: Capture }),
  v.object({ ...base, type: v.literal('undoPlacement'), annotationId: Id, placementId: Id }),
  v.object({ ...base, type: v.literal('deleteAnnotation'), annotationId: Id }),
  v.object({ ...base, type: v.literal('restoreAnnotation'), annotationId: Id }),
  /** Makes a speaker and, when `annotationId` is given, names them as the one who said it. */
  v.object({ ...base, type: v.literal('createSpeaker'), speaker: Speaker, annotationId: v.nullable(Id) }),
  v.object({ ...base, type: v.literal('updateSpeaker'), speakerId: Id, patch: SpeakerPatch }),
]);
export type Command = v.InferOutput<typeof Command>;
