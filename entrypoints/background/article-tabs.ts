import { anchorableOf, type PageRequest } from '@/lib/messaging';
import type { OnRecordDatabase } from '@/lib/store/database';
import { countAnnotations, readArticle } from '@/lib/store/reads';

/** What is needed of `browser.storage.session`. */
interface TabStorage {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const TABS = 'articleTabs';

export interface ArticleTabsDependencies {
  db: OnRecordDatabase;
  /** What it keeps outlives the worker, not the browser. */
  storage: TabStorage;
  /** `tabs.sendMessage` to the tab's own page. */
  send(tabId: number, request: PageRequest): Promise<unknown>;
  /** Shows at a tab's icon how much is tagged on its page. */
  showCount(tabId: number, count: number): void;
}

/** The tabs whose page script is at work, each with the article that it shows. */
export interface ArticleTabs {
  /** Keeps what is stored of an article painted in a tab from now on. */
  follow(tabId: number, articleKey: string): Promise<void>;
  /** Paints what is stored now in every tab that shows the article, or in one of them. */
  repaint(articleKey: string, onlyTabId?: number): Promise<void>;
}

export function createArticleTabs({ db, storage, send, showCount }: ArticleTabsDependencies): ArticleTabs {
  /** One change after the other: each reads what the one before has written. */
  let last: Promise<unknown> = Promise.resolve();

  async function read(): Promise<Record<string, string>> {
    const { [TABS]: stored } = await storage.get(TABS);
    const entries = Object.entries(typeof stored === 'object' && stored !== null ? stored : {});
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  }

  function change(tabId: number, articleKey: string | null): Promise<void> {
    const done = last.then(async () => {
      const { [tabId]: known, ...others } = await read();
      if ((known ?? null) === articleKey) return;
      await storage.set({ [TABS]: articleKey === null ? others : { ...others, [tabId]: articleKey } });
    });
    last = done.catch(() => undefined);
    return done;
  }

  return {
    async follow(tabId, articleKey) {
      await change(tabId, articleKey);
      showCount(tabId, await countAnnotations(db, articleKey));
    },
    async repaint(articleKey, onlyTabId) {
      const following = Object.entries(await read()).flatMap(([id, key]) => (key === articleKey ? [Number(id)] : []));
      const tabIds = following.filter((id) => id === (onlyTabId ?? id));
      if (tabIds.length === 0) return;
      const { annotations } = await readArticle(db, articleKey);
      // Without the hash of the text that a view has read, each passage tells for itself whether the text is the same.
      const request: PageRequest = {
        to: 'page',
        type: 'anchor',
        snapshot: '',
        annotations: annotations.map(anchorableOf),
      };
      // A tab that was closed does not answer; of one that shows another page now, at most the waiting script does, with nothing.
      await Promise.all(
        tabIds.map((id) =>
          send(id, request).then(
            (answer) => (answer == null ? change(id, null) : showCount(id, annotations.length)),
            () => change(id, null),
          ),
        ),
      );
    },
  };
}
