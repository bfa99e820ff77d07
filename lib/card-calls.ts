/** The part of the protocol by which the card of a passage, on the page, calls on the background. */
import * as v from 'valibot';
import { ClaimStatus, Kind, QuoteType } from './annotations/annotation';
import { ClaimedUrls } from './annotations/article';
import { Id } from './annotations/ids';
import { DescribedPassage } from './annotations/passage';
import { Speaker } from './annotations/speaker';
import { PageReading, replyOf } from './messaging';
import { THEMES } from './settings';

/** Where the card stands: the page's address and what it claims to be called. Only passages of that article are answered for. */
export const CardPlace = v.object({ url: v.string(), claimedUrls: ClaimedUrls });
export type CardPlace = v.InferOutput<typeof CardPlace>;

/** What the card shows of a passage. */
export const CardPassage = v.object({
  id: Id,
  kind: Kind,
  /** As the passage stands now, its parts joined by ellipses. */
  words: v.string(),
  speaker: v.nullable(v.object({ name: v.string(), role: v.string() })),
  /** The words that say they said it; null when none are recorded. */
  cue: v.nullable(v.string()),
  /** Only for quotes. */
  quoteType: v.nullable(QuoteType),
  /** Only for claims. */
  claimStatus: v.nullable(ClaimStatus),
  /** The words of the quote that it stands in; null when none is recorded. */
  inQuote: v.nullable(v.string()),
  note: v.string(),
  /** As plain text and as HTML. */
  citation: v.nullable(v.object({ text: v.string(), html: v.string() })),
});
export type CardPassage = v.InferOutput<typeof CardPassage>;

/** What can be edited in the card. */
export const CardPatch = v.object({
  note: v.exactOptional(v.string()),
  quoteType: v.exactOptional(QuoteType),
  claimStatus: v.exactOptional(ClaimStatus),
});
export type CardPatch = v.InferOutput<typeof CardPatch>;

/** A speaker to choose from; `details` tell namesakes apart. */
export const CardSpeaker = v.object({ id: Id, name: v.string(), details: v.string() });
export type CardSpeaker = v.InferOutput<typeof CardSpeaker>;

/** Who is named as the one who said it: a known speaker or, when `name` is given, a new one. */
export const SpeakerChoice = v.object({ id: Id, name: v.nullable(Speaker.entries.name) });
export type SpeakerChoice = v.InferOutput<typeof SpeakerChoice>;

/** A passage of the page as it was read. */
export const Selected = v.object({ passage: DescribedPassage, reading: PageReading });
export type Selected = v.InferOutput<typeof Selected>;

const base = { to: v.literal('background'), from: v.literal('card'), place: CardPlace };

/** A write: of the same `command` that arrives twice, only the first is carried out. */
const write = { ...base, command: Id, id: Id };

/** To the background, by `runtime.sendMessage`, from the card. A page can send none of these. */
export const CardCall = v.variant('type', [
  /** What is stored of these passages; those of other articles are left out. */
  v.object({ ...base, type: v.literal('look'), ids: v.array(Id) }),
  /** The speakers whose name has a word that starts like this; the last ones when it is empty. */
  v.object({ ...base, type: v.literal('speakers'), typed: v.string() }),
  v.object({ ...write, type: v.literal('attribute'), speaker: SpeakerChoice }),
  /** Adds a passage to it. */
  v.object({ ...write, type: v.literal('addSegment'), ...Selected.entries }),
  /** Records a passage as its cue, or that it has none. */
  v.object({ ...write, type: v.literal('cue'), selected: v.nullable(Selected) }),
  /** Records the quote that a claim stands in, or that it stands in none. */
  v.object({ ...write, type: v.literal('link'), quote: v.nullable(Id) }),
  v.object({ ...write, type: v.literal('edit'), patch: CardPatch }),
  v.object({ ...write, type: v.literal('delete') }),
  v.object({ ...write, type: v.literal('restore') }),
]);
export type CardCall = v.InferOutput<typeof CardCall>;

/** Answered once it is stored, with the passage as it is then; null when it is deleted. */
const Written = replyOf(v.nullable(CardPassage));

export const CardCallReply = {
  look: replyOf(v.object({ theme: v.picklist(THEMES), passages: v.array(CardPassage) })),
  speakers: replyOf(v.array(CardSpeaker)),
  attribute: Written,
  addSegment: Written,
  cue: Written,
  link: Written,
  edit: Written,
  delete: Written,
  restore: Written,
} as const;
export type CardCallReply<T extends CardCall['type']> = v.InferOutput<(typeof CardCallReply)[T]>;
