/**
 * The one typed protocol between page script, background and extension pages; what page scripts ask of the background is in
 * `page-calls.ts`, which extension pages don't load. Whatever arrives in the extension is checked against these schemas before
 * it is used: what comes out of a news page is hostile, whatever it claims to be. What goes to the page script can come from
 * our own pages only, and is told there by its name.
 */
import * as v from 'valibot';
import { ANCHOR_STATUSES } from './annotations/anchor-status';
import { type Annotation, Kind } from './annotations/annotation';
import { ArticleMetadata, Aside, Block, ClaimedUrls, Extent } from './annotations/article';
import { Command } from './annotations/command';
import { Failure, OnRecordError } from './annotations/failure';
import { Id } from './annotations/ids';
import { PAINTS } from './annotations/paint';
import { DescribedPassage, Segment } from './annotations/passage';
import { segmentsToAnchor } from './annotations/placement';

/** The passage that is selected on the page: `passage` is null with a `refusal` when it can't be tagged as it is. */
export const PageSelection = v.object({
  text: v.string(),
  passage: v.nullable(DescribedPassage),
  refusal: v.nullable(Failure),
});
export type PageSelection = v.InferOutput<typeof PageSelection>;

/** The page as the page script reads it. `isArticle` is false when `text` is the whole body, for want of an article. */
export const PageReading = v.object({
  url: v.string(),
  metadata: ArticleMetadata,
  claimedUrls: ClaimedUrls,
  isArticle: v.boolean(),
  extent: Extent,
  text: v.string(),
  html: v.string(),
  blocks: v.array(Block),
  asides: v.array(Aside),
  extractor: v.string(),
  selection: v.nullable(PageSelection),
});
export type PageReading = v.InferOutput<typeof PageReading>;

/** What the page script needs of an annotation, or of a suggestion, to find and paint it. */
export const Anchorable = v.object({
  id: Id,
  kind: v.picklist(PAINTS),
  segments: v.pipe(v.array(Segment), v.minLength(1)),
  mention: v.nullable(Segment),
  cue: v.nullable(Segment),
});
export type Anchorable = v.InferOutput<typeof Anchorable>;

/** The part of an annotation that the page script needs. */
export const anchorableOf = (annotation: Annotation): Anchorable => ({
  id: annotation.id,
  kind: annotation.kind,
  segments: [...segmentsToAnchor(annotation)],
  mention: annotation.attribution.mention,
  cue: annotation.attribution.cue,
});

export const AnchorStatus = v.picklist(ANCHOR_STATUSES);
export type AnchorStatus = v.InferOutput<typeof AnchorStatus>;

/** Where an annotation stands on the page as it is now. */
export const Anchoring = v.object({
  id: Id,
  status: AnchorStatus,
  /** How well the weakest segment fits its place, 0 to 1, and the best of its other places; null where there is none. */
  score: v.nullable(v.number()),
  runnerUp: v.nullable(v.number()),
  /** When `changed`: for each segment what stands in its place now, null for one whose words are as recorded. */
  current: v.array(v.nullable(DescribedPassage)),
  /** When `ambiguous`: the places that the segment `segment` may be found in, best first. */
  candidates: v.array(v.object({ segment: v.number(), passage: DescribedPassage })),
  /** Found segments, out of all of them. */
  found: v.number(),
  /** The words were found, but those that say who said them (mention, cue, or what stood around) were not. */
  attributionChanged: v.boolean(),
  /** Orders annotations as their passages stand on the page; null for what was not found. */
  place: v.nullable(v.number()),
});
export type Anchoring = v.InferOutput<typeof Anchoring>;

/** To the page script, by `tabs.sendMessage`. */
export const PageRequest = v.variant('type', [
  v.object({ to: v.literal('page'), type: v.literal('read') }),
  /** Replaces whatever is painted. `snapshot` is the hash of the text that was read: positions in it need no search. */
  v.object({
    to: v.literal('page'),
    type: v.literal('anchor'),
    snapshot: v.string(),
    annotations: v.array(Anchorable),
  }),
  /** Brings an annotation into view or, when it has `candidates`, one of them. */
  v.object({ to: v.literal('page'), type: v.literal('show'), id: Id, candidate: v.nullable(v.number()) }),
  /** Tags what is selected, as a press on the bar in the page does. */
  v.object({ to: v.literal('page'), type: v.literal('tag'), kind: Kind }),
]);
export type PageRequest = v.InferOutput<typeof PageRequest>;

/** An answer with a value, or the failure in its place. */
export const replyOf = <const S extends v.GenericSchema>(value: S) =>
  v.variant('ok', [v.object({ ok: v.literal(true), value }), v.object({ ok: v.literal(false), failure: Failure })]);

/** What the page script answers to each request. */
export const PageReply = {
  read: replyOf(PageReading),
  anchor: replyOf(v.array(Anchoring)),
  /** True when the passage was found and brought into view. */
  show: replyOf(v.boolean()),
  /** True when it was tagged; why not is said on the page. */
  tag: replyOf(v.boolean()),
} as const;
export type PageReply<T extends PageRequest['type']> = v.InferOutput<(typeof PageReply)[T]>;

/** From the page script to whoever shows the article: the selection is another one now. */
export const SelectionNotice = v.object({
  to: v.literal('views'),
  type: v.literal('selection'),
  selection: v.nullable(PageSelection),
});
export type SelectionNotice = v.InferOutput<typeof SelectionNotice>;

/** From the page script to whoever shows the article: it is there now, in a document that it was not in before. */
export const ReadyNotice = v.object({ to: v.literal('views'), type: v.literal('ready') });
export type ReadyNotice = v.InferOutput<typeof ReadyNotice>;

/** From the card on the page to whoever shows the article: the card of this annotation is open there. */
export const OpenedNotice = v.object({ to: v.literal('views'), type: v.literal('opened'), id: Id });
export type OpenedNotice = v.InferOutput<typeof OpenedNotice>;

/** From the export page to the popup that opened it: the file of this name is handed over. */
export const ExportNotice = v.object({ to: v.literal('views'), type: v.literal('exported'), name: v.string() });
export type ExportNotice = v.InferOutput<typeof ExportNotice>;

/** To the background, by `runtime.sendMessage`, from extension pages only. */
export const BackgroundRequest = v.variant('type', [
  v.object({ to: v.literal('background'), type: v.literal('write'), command: Command }),
  /** Which article is this page: by its own URL, or by a URL it claims and is believed to have. */
  v.object({
    to: v.literal('background'),
    type: v.literal('identify'),
    url: v.string(),
    claimedUrls: ClaimedUrls,
    /** The tab that shows it: what is stored for the article is kept painted there. */
    tabId: v.exactOptional(v.number()),
  }),
  /** Answered once all that was written before is stored or set aside. */
  v.object({ to: v.literal('background'), type: v.literal('drain') }),
]);
export type BackgroundRequest = v.InferOutput<typeof BackgroundRequest>;

export const BackgroundReply = {
  /** Answered only once the transaction is complete. */
  write: replyOf(v.null()),
  /** The key under which the article is or will be stored. */
  identify: replyOf(v.object({ articleKey: v.string() })),
  drain: replyOf(v.null()),
} as const;
export type BackgroundReply<T extends BackgroundRequest['type']> = v.InferOutput<(typeof BackgroundReply)[T]>;

/**
 * Checks a message or an answer that arrived.
 * @throws OnRecordError `invalid-message`, naming where it is wrong.
 */
export function receive<const S extends v.GenericSchema>(schema: S, message: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, message);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue) ?? '';
  throw new OnRecordError('invalid-message', `${path ? `${path}: ` : ''}${issue.message}`);
}
