import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { ExportButton } from '@/components/export/export-button';
import type { PageReading } from '@/lib/messaging';
import { doing, find, show } from '../rendering';
import { annotationOf, KEY, READING, type SampleOptions, sampleSession } from '../sample-session';

async function button(options: SampleOptions = {}) {
  const exports: string[] = [];
  const sample = sampleSession(options);
  const exporter = {
    exported: signal(null),
    follow: () => () => undefined,
    run: async (articleKey: string) => {
      exports.push(articleKey);
    },
  };
  const root = await show(<ExportButton exporter={exporter} />, sample.session);
  return { ...sample, exports, pressed: find<HTMLButtonElement>(root, 'button', 'Export JSON') };
}

describe('the button “Export JSON”', () => {
  it('pressed before the page is read exports once, as soon as it is', async () => {
    const page = Promise.withResolvers<PageReading>();
    const { session, exports, pressed } = await button({
      read: () => page.promise,
      annotations: [annotationOf('told')],
    });
    const opened = session.open();
    await doing(() => pressed.click());
    await doing(() => pressed.click());
    expect(exports).toEqual([]);
    page.resolve(READING);
    await doing(() => opened);
    expect(exports).toEqual([KEY]);
  });

  it('says that nothing is tagged as soon as that is known', async () => {
    const { session, exports, pressed } = await button();
    await doing(() => pressed.click());
    expect(session.announcement.value).toBe('');
    await doing(() => session.open());
    expect(session.announcement.value).toBe('Nothing is tagged on this page yet.');
    expect(pressed.getAttribute('aria-disabled')).toBe('true');
    await doing(() => pressed.click());
    expect(exports).toEqual([]);
  });
});
