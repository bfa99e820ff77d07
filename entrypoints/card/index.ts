import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createHitTest } from '@/lib/highlights/hit-test';
import type { OpenedNotice } from '@/lib/messaging';
import { lineAt } from '../page/line-at';
import type { Painted } from '../page/world';
import { createAsk } from './ask';
import { createCard } from './card';
import { isAnswered, isPlainClick } from './plain-click';

export default defineUnlistedScript(() => {
  const page = globalThis.onRecordPage;
  if (!page || globalThis.onRecordCard) return;
  const { signal } = page;
  /** Where the card was opened: what is still to be saved when the document shows another article is of this one. */
  let place = page.place();
  const ask = createAsk(
    (call) => browser.runtime.sendMessage(call),
    () => place,
  );
  const card = createCard(window, signal, { ask, read: page.read, onShow: tellViews });
  let painted: readonly Painted[] = [];
  let hitTest = createHitTest(document, painted);

  function clicked(event: MouseEvent, path: readonly EventTarget[]) {
    if (!page?.isAlive()) return page?.stop();
    if (path.includes(card.host) || !isPlainClick(event, document)) return;
    if (painted !== page.painted()) {
      painted = page.painted();
      hitTest = createHitTest(document, painted);
    }
    const { clientX: x, clientY: y } = event;
    const ids = hitTest(x, y);
    const ranges = painted.filter(({ id }) => id === ids[0]).flatMap((one) => one.ranges);
    const line = lineAt(ranges, x, y);
    if (!line || isAnswered(path)) return card.close();
    place = page.place();
    void card.open(ids, { line, x });
  }

  globalThis.onRecordCard = { clicked, typed: card.typed, moved: card.close };
  signal.addEventListener(
    'abort',
    () => {
      globalThis.onRecordCard = undefined;
    },
    { once: true },
  );
  window.addEventListener('click', (event) => clicked(event, event.composedPath()), {
    capture: true,
    passive: true,
    signal,
  });
});

function tellViews(id: string): void {
  const notice: OpenedNotice = { to: 'views', type: 'opened', id };
  // Nobody listens while no view is open: that is no failure.
  browser.runtime.sendMessage(notice).catch(() => undefined);
}
