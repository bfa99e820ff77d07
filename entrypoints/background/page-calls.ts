import { newAnnotation } from '@/lib/annotations/annotation';
import type { Command } from '@/lib/annotations/command';
import { sha256Hex } from '@/lib/annotations/hash';
import { newId, now } from '@/lib/annotations/ids';
import { isSamePassage, type Segment, toSegment } from '@/lib/annotations/passage';
import { segmentsToAnchor } from '@/lib/annotations/placement';
import { quoteTypeOf } from '@/lib/annotations/quote-type';
import { captureOf } from '@/lib/article/capture';
import type { PageCall, PageCallReply, ToolbarOffer } from '@/lib/page-calls';
import type { Settings } from '@/lib/settings';
import type { OnRecordDatabase } from '@/lib/store/database';
import { countAnnotations, type KnownSpeaker, readArticle } from '@/lib/store/reads';
import type { ArticleTabs } from './article-tabs';
import { type Caller, checkOrigin } from './caller';

/** How many speakers are offered beside a selection. */
const RECENT = 3;

export interface PageCallDependencies {
  db: OnRecordDatabase;
  knownSpeakers(): Promise<readonly KnownSpeaker[]>;
  settings(): Promise<Settings>;
  /** The key under which the page's article is or will be stored. */
  identify(url: string, claimedUrls: TagCall['reading']['claimedUrls']): Promise<string>;
  /** Stores it for good. */
  write(command: Command): Promise<void>;
  tabs: ArticleTabs;
  /** Puts the page script and its styles into the page of a tab. */
  bringPage(tabId: number): Promise<void>;
  /** Puts the card's script into the page of a tab. */
  bringCard(tabId: number): Promise<void>;
}

type TagCall = Extract<PageCall, { type: 'tag' }>;
type MoveCall = Extract<PageCall, { type: 'moved' | 'visit' }>;
type Tagged = Extract<PageCallReply<'tag'>, { ok: true }>['value'];

/** Answers what page scripts ask for. They can add a tag to the page they are on, say which one it is, and have our other scripts. */
export function createPageCalls({
  db,
  knownSpeakers,
  settings,
  identify,
  write,
  tabs,
  bringPage,
  bringCard,
}: PageCallDependencies) {
  async function offer(): Promise<ToolbarOffer | null> {
    const { toolbar } = await settings();
    if (!toolbar.isOn) return null;
    const speakers = (await knownSpeakers()).slice(0, RECENT);
    return { keys: toolbar.keys, speakers: speakers.map(({ speaker: { id, name } }) => ({ id, name })) };
  }

  async function tag({ kind, passage, speakerId, reading }: TagCall, { tabId, url }: Caller): Promise<Tagged> {
    checkOrigin(reading.url, url);
    const articleKey = await identify(reading.url, reading.claimedUrls);
    const at = now();
    const readPage = { reading, articleKey, hash: await sha256Hex(reading.text), readAt: at };
    const segment = toSegment(passage, readPage.hash);
    const { annotations } = await readArticle(db, articleKey);
    await tabs.follow(tabId, articleKey);

    const isSame = ([first, ...more]: readonly Segment[]) =>
      first !== undefined && more.length === 0 && isSamePassage(first, segment);
    const known = annotations.find(
      (annotation) => annotation.kind === kind && (isSame(annotation.segments) || isSame(segmentsToAnchor(annotation))),
    );
    if (known) {
      if (speakerId === null) return 'known';
      const patch = { attribution: { speakerId, describedAs: null } };
      await write({ type: 'updateAnnotation', id: newId(), at, annotationId: known.id, patch, capture: null });
      return 'named';
    }
    const quoteType = kind === 'quote' ? quoteTypeOf(segment.quote) : null;
    const creator = (await settings()).annotator || null;
    const fresh = newAnnotation({
      id: newId(),
      articleKey,
      kind,
      segments: [segment],
      createdAt: at,
      quoteType,
      creator,
    });
    const annotation = {
      ...fresh,
      attribution: { ...fresh.attribution, speakerId },
    };
    await write({ type: 'annotate', id: newId(), at, capture: captureOf(readPage, at), annotation });
    return 'tagged';
  }

  /** By tab, one after the other, so that what it shows last is what it is followed for and painted with last. */
  const moves = new Map<number, Promise<unknown>>();

  async function move({ type, url, claimedUrls }: MoveCall, caller: Caller): Promise<null> {
    checkOrigin(url, caller.url);
    const articleKey = await identify(url, claimedUrls);
    if (type === 'visit' && (await countAnnotations(db, articleKey)) > 0) await bringPage(caller.tabId);
    // Also where nothing is tagged: the tab may still be known for the article before.
    await tabs.follow(caller.tabId, articleKey);
    await tabs.repaint(articleKey, caller.tabId);
    return null;
  }

  return async (call: PageCall, caller: Caller): Promise<ToolbarOffer | null | Tagged> => {
    switch (call.type) {
      case 'card':
        await bringCard(caller.tabId);
        return null;
      case 'offer':
        return offer();
      case 'tag':
        return tag(call, caller);
      case 'moved':
      case 'visit': {
        const { tabId } = caller;
        const mine = Promise.resolve(moves.get(tabId)).then(() => move(call, caller));
        const over = mine
          .catch(() => undefined)
          .then(() => {
            if (moves.get(tabId) === over) moves.delete(tabId);
          });
        moves.set(tabId, over);
        return mine;
      }
    }
  };
}
