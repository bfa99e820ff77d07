/** What the scripts that we have in one document share there: our isolated world's globals, which the page can't see. */
import type { ClaimedUrls } from '@/lib/annotations/article';
import type { PageReading } from '@/lib/messaging';

/** What is painted, by the id of its annotation. */
export interface Painted {
  readonly id: string;
  readonly ranges: readonly Range[];
}

/** The page script at work. */
export interface PageWorld {
  readonly isAlive: () => boolean;
  readonly stop: () => void;
  /** Aborts when the page script's work ends; so does that of everything that it had brought. */
  readonly signal: AbortSignal;
  painted(): readonly Painted[];
  /** @throws OnRecordError `too-large` */
  read(): PageReading;
  /** What the page is called, and claims to be. */
  place(): { url: string; claimedUrls: ClaimedUrls };
}

/** The card's script; it is brought by the first click on something that is painted, and hears of later ones itself. */
export interface CardWorld {
  /** @param path the event's `composedPath()` while it was under way */
  clicked(event: MouseEvent, path: readonly EventTarget[]): void;
  /** An event on the window that tells what is typed: it goes no further if it is for the card. */
  typed(event: Event): void;
  /** The document shows another article now. */
  moved(): void;
}

declare global {
  /** Set while the page script is at work in this document. */
  var onRecordPage: PageWorld | undefined;
  /** Set from when the card's script was brought until the page script's work ends. */
  var onRecordCard: CardWorld | undefined;
}
