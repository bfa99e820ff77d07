/** The part of the protocol by which page scripts call on the background. */
import * as v from 'valibot';
import { Kind } from './annotations/annotation';
import { ClaimedUrls } from './annotations/article';
import { Id } from './annotations/ids';
import { DescribedPassage } from './annotations/passage';
import { PageReading, replyOf } from './messaging';

/** From the background to the script that waits on pages of trusted sites: this one is trusted no longer. */
export interface WithdrawnNotice {
  to: 'trusted';
  type: 'withdrawn';
}

/** What the bar beside a selection offers. */
export const ToolbarOffer = v.object({
  /** The key of each kind; empty for none. */
  keys: v.object({ quote: v.string(), claim: v.string(), speaker: v.string() }),
  /** The speakers who were named last, the latest first. */
  speakers: v.array(v.object({ id: Id, name: v.string() })),
});
export type ToolbarOffer = v.InferOutput<typeof ToolbarOffer>;

/**
 * To the background, by `runtime.sendMessage`, from page scripts: what a person does on the page itself. A page can send
 * none of these, but what they hold is from the page.
 */
export const PageCall = v.variant('type', [
  v.object({ to: v.literal('background'), from: v.literal('page'), type: v.literal('offer') }),
  /** Tags a passage of the page as it was read; for one that is tagged so already, names its speaker. */
  v.object({
    to: v.literal('background'),
    from: v.literal('page'),
    type: v.literal('tag'),
    kind: Kind,
    passage: DescribedPassage,
    speakerId: v.nullable(Id),
    reading: PageReading,
  }),
  /**
   * `moved`: the page shows another article now, without being another document; what is stored of that one is to be painted.
   * `visit`: the page is of a site that is trusted; if anything of it is stored, the page script is to be brought for that.
   */
  v.object({
    to: v.literal('background'),
    from: v.literal('page'),
    type: v.picklist(['moved', 'visit']),
    url: v.string(),
    claimedUrls: ClaimedUrls,
  }),
  /** Has the script of the card brought onto the page: something that is painted was clicked. */
  v.object({ to: v.literal('background'), from: v.literal('page'), type: v.literal('card') }),
]);
export type PageCall = v.InferOutput<typeof PageCall>;

export const PageCallReply = {
  /** Null when the bar is switched off. */
  offer: replyOf(v.nullable(ToolbarOffer)),
  /** Answered once it is stored: `tagged` anew, its speaker `named`, or `known` already. */
  tag: replyOf(v.picklist(['tagged', 'named', 'known'])),
  moved: replyOf(v.null()),
  visit: replyOf(v.null()),
  card: replyOf(v.null()),
} as const;
export type PageCallReply<T extends PageCall['type']> = v.InferOutput<(typeof PageCallReply)[T]>;
