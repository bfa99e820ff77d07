import * as v from 'valibot';
import { Annotation, AnnotationLink, Attribution, ClaimReview, QuoteType } from './annotation';
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
  links: v.exactOptional(v.array(AnnotationLink)),
});
export type AnnotationPatch = v.InferOutput<typeof AnnotationPatch>;

export const SpeakerPatch = v.object({
  name: v.exactOptional(Speaker.entries.name),
  role: v.exactOptional(v.string()),
  organisation: v.exactOptional(v.string()),
  aliases: v.exactOptional(v.array(v.string())),
  wikidata: v.exactOptional(Speaker.entries.wikidata),
});
export type SpeakerPatch = v.InferOutput<typeof SpeakerPatch>;

/** `id` names the command itself: one that arrives twice is carried out once. `at` is when the person acted. */
const base = { id: Id, at: Instant };

const SingleCommand = v.variant('type', [
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
  /**
   * Names `into` wherever `speakerId` was named, or only in those of `annotationIds`, and deletes that record when nothing
   * names it any more. `aliases` are those of `into` from then on.
   */
  v.object({
    ...base,
    type: v.literal('mergeSpeakers'),
    speakerId: Id,
    into: Id,
    aliases: v.array(v.string()),
    annotationIds: v.exactOptional(v.array(Id)),
  }),
  /**
   * Names `speaker`, whose record is made or brought back, in those of the annotations that name `speakerId`. `aliases` are
   * those of `speakerId` from then on. It also takes a merger back.
   */
  v.object({
    ...base,
    type: v.literal('splitSpeaker'),
    speakerId: Id,
    aliases: v.array(v.string()),
    speaker: Speaker,
    annotationIds: v.array(Id),
  }),
  /** Only one whom nothing names can be deleted. */
  v.object({ ...base, type: v.literal('deleteSpeaker'), speakerId: Id }),
  v.object({ ...base, type: v.literal('restoreSpeaker'), speakerId: Id }),
  /** Deletes an article with all that is tagged in it, or brings back what was deleted with it. */
  v.object({ ...base, type: v.literal('deleteArticle'), articleKey: v.string() }),
  v.object({ ...base, type: v.literal('restoreArticle'), articleKey: v.string() }),
  /** Says that two claims are the same one, or that they are not. */
  v.object({ ...base, type: v.literal('linkClaims'), annotationId: Id, target: Id, isSame: v.boolean() }),
  /** Takes away for good what is deleted, of the articles, annotations and speakers with these keys. */
  v.object({ ...base, type: v.literal('erase'), keys: v.array(v.string()) }),
]);

/** Every way in which the store can be written to. */
export const Command = v.variant('type', [
  SingleCommand,
  /** Several in one: all of them, or none. */
  v.object({ ...base, type: v.literal('batch'), commands: v.array(SingleCommand) }),
]);
export type Command = v.InferOutput<typeof Command>;
