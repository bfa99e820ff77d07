import type { ClaimedUrls } from '@/lib/annotations/article';
import { readClaimedUrls } from '@/lib/article/metadata';
import { articleKey } from '@/lib/article/url';

/** Where a document says it is; it may go from article to article without being another document. */
export interface Address {
  /** Looks whether it is another article now, for want of an event that tells. */
  check(): void;
  /** What the page claims to be called, without what it claimed when it left another article and has not changed since. */
  believable(claimed: ClaimedUrls): ClaimedUrls;
}

/** Watches a window's address until `signal` aborts, and calls `onMove` when it is that of another article. */
export function watchAddress(window: Window & typeof globalThis, signal: AbortSignal, onMove: () => void): Address {
  const { document } = window;
  let key = keyOf(document.URL);
  let left: ClaimedUrls | null = null;

  function check() {
    const now = keyOf(document.URL);
    if (now === key || signal.aborted) return;
    key = now;
    // Most pages change their address before the rest: what they claim now they have claimed for the article before.
    left = readClaimedUrls(document);
    onMove();
  }

  window.navigation?.addEventListener('currententrychange', check, { signal });
  return {
    check,
    believable: ({ canonical, og, amp }) => ({
      canonical: canonical === left?.canonical ? null : canonical,
      og: og === left?.og ? null : og,
      amp: amp === left?.amp ? null : amp,
    }),
  };
}

/** The part of an address that tells articles apart; all of one that no article can have. */
function keyOf(url: string): string {
  return /^(?:https?|file):/.test(url) ? articleKey(url) : url;
}
