import * as v from 'valibot';
import { ExportNotice } from '@/lib/messaging';

type NoticeListener = (message: unknown, sender: { url?: string | undefined }) => undefined;

/** The ways to the page that completes exports, as the browser gives them. */
export interface ExportPageAccess {
  /** The address of a page of the extension. */
  getURL(path: `/export.html?article=${string}`): string;
  /** Opens it in a tab behind the one that is seen. */
  open(url: string): Promise<unknown>;
  /** `runtime.onMessage`. */
  onMessage: { addListener(listener: NoticeListener): void; removeListener(listener: NoticeListener): void };
}

/**
 * Has the article exported by a page of its own, which outlives the popup: it waits for what is being written, hands the
 * file over and closes itself. Asked for before this returns; resolves to the name of the file. When the page fails it
 * says so itself, and this stays unresolved.
 */
export function handOverTo({ getURL, open, onMessage }: ExportPageAccess, articleKey: string): Promise<string> {
  const url = getURL(`/export.html?article=${encodeURIComponent(articleKey)}`);
  return new Promise((resolve, reject) => {
    const listener: NoticeListener = (message, sender) => {
      const notice = v.safeParse(ExportNotice, message);
      if (sender.url !== url || !notice.success) return;
      onMessage.removeListener(listener);
      resolve(notice.output.name);
    };
    onMessage.addListener(listener);
    open(url).catch((error: unknown) => {
      onMessage.removeListener(listener);
      reject(error);
    });
  });
}
