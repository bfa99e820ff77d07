import * as v from 'valibot';
import { type FailureCode, OnRecordError } from '@/lib/annotations/failure';
import { OpenedNotice, PageReply, type PageRequest, receive, SelectionNotice } from '@/lib/messaging';
import type { PageClient } from './dependencies';

/** The ways to a tab, as the browser gives them. */
export interface TabAccess {
  /** `tabs.sendMessage` to the tab. */
  send(request: PageRequest): Promise<unknown>;
  /** Puts the page script and its styles into the tab's document. @throws OnRecordError when it may not */
  inject(): Promise<void>;
  /** `runtime.onMessage`. */
  onMessage: {
    addListener(listener: NoticeListener): void;
    removeListener(listener: NoticeListener): void;
  };
}
type NoticeListener = (message: unknown, sender: { tab?: { id?: number | undefined } | undefined }) => undefined;

/** Chromium and Firefox both say "Could not establish connection. Receiving end does not exist." */
const nobodyListens = (error: unknown): boolean => error instanceof Error && /receiving end/i.test(error.message);

/** Opens what was answered. @throws OnRecordError what the page script failed with. */
function unwrap<T>(reply: { ok: true; value: T } | { ok: false; failure: { code: FailureCode; message: string } }): T {
  if (reply.ok) return reply.value;
  throw new OnRecordError(reply.failure.code, reply.failure.message);
}

/** Speaks with the page script of one tab, and injects it when it is not there yet. */
export function createPageClient(access: TabAccess, tabId: number): PageClient {
  /** What the page script answers; undefined when it is not there. */
  async function tell(request: PageRequest): Promise<unknown> {
    try {
      // The script that waits on trusted sites listens too, and leaves requests to the page script.
      return (await access.send(request)) ?? undefined;
    } catch (error) {
      if (nobodyListens(error)) return undefined;
      throw new OnRecordError('no-page', 'The page does not answer.', { cause: error });
    }
  }

  async function ask(request: PageRequest): Promise<unknown> {
    const answer = await tell(request);
    if (answer === undefined) throw new OnRecordError('no-page', 'The page does not answer.');
    return answer;
  }

  /** The script is asked first and injected only when it is not there: once per document. */
  async function askOrInject(request: PageRequest): Promise<unknown> {
    const answer = await tell(request);
    if (answer !== undefined) return answer;
    await access.inject();
    return ask(request);
  }

  function watch<const S extends v.GenericSchema>(schema: S, next: (notice: v.InferOutput<S>) => void): () => void {
    const listener: NoticeListener = (message, sender) => {
      if (sender.tab?.id !== tabId) return;
      const notice = v.safeParse(schema, message);
      if (notice.success) next(notice.output);
    };
    access.onMessage.addListener(listener);
    return () => access.onMessage.removeListener(listener);
  }

  return {
    async read() {
      return unwrap(receive(PageReply.read, await askOrInject({ to: 'page', type: 'read' })));
    },
    async anchor(snapshot, annotations) {
      return unwrap(receive(PageReply.anchor, await ask({ to: 'page', type: 'anchor', snapshot, annotations })));
    },
    async show(id, candidate) {
      return unwrap(receive(PageReply.show, await ask({ to: 'page', type: 'show', id, candidate })));
    },
    watchSelection: (next) => watch(SelectionNotice, ({ selection }) => next(selection)),
    watchOpened: (next) => watch(OpenedNotice, ({ id }) => next(id)),
  };
}
