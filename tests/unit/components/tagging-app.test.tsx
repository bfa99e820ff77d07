import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import type { Exporter } from '@/components/export/exporter';
import { kindOfKey } from '@/components/shortcuts';
import { TaggingApp } from '@/components/tagging-app';
import { OnRecordError } from '@/lib/annotations/failure';
import { doing, find, nameOf, press, show } from './rendering';
import { annotationOf, type SampleOptions, sampleSession, selectionOf } from './sample-session';

const WORDS = 'The ferry will sail again by May,';
const EXPORTER: Exporter = { exported: signal(null), follow: () => () => undefined, run: async () => undefined };

async function app(options: SampleOptions = {}) {
  const sample = sampleSession(options);
  await sample.session.open();
  const root = await show(<TaggingApp session={sample.session} exporter={EXPORTER} />);
  return { ...sample, root };
}

describe('the tagging app', () => {
  it('names the article, its site, day and author', async () => {
    const { root } = await app();
    expect(find(root, 'h1').textContent).toBe('Ferry to sail again by May');
    expect(find(root, '.source-line').textContent).toMatch(/^islandmail\.example · .*2026.* · by T\. Moss$/);
  });

  it('tags with Q, C and S', async () => {
    const { commands, select } = await app();
    await doing(() => select(selectionOf(WORDS)));
    for (const key of ['q', 'c', 's']) await press(document.body, key);
    expect(commands.map((command) => command.type === 'annotate' && command.annotation.kind)).toEqual([
      'quote',
      'claim',
      'speaker',
    ]);
  });

  it('says what could be tagged, and goes through it in place of the list, where no key tags a selection', async () => {
    const { root, session, commands, select } = await app();
    await doing(() => select(selectionOf(WORDS)));
    await vi.waitFor(() => find(root, 'button', 'Review'), { timeout: 5000 });
    expect(root.textContent).toMatch(/1 quote\b.* suggested/);
    await doing(() => find(root, 'button', 'Review').click());
    expect(root.querySelector('[aria-label="Selected text"]')).toBeNull();
    expect(find(root, '.suggestion mark').textContent).toBe(WORDS);
    for (const key of ['q', 'c', 's']) await press(document.body, key);
    expect(commands).toEqual([]);
    await press(document.body, 'Escape');
    expect(session.isReviewing.value).toBe(false);
    expect(document.activeElement?.textContent).toBe('Review');
  });

  it('tags with its buttons, which say why when they can not', async () => {
    const { root, commands, select } = await app();
    const quote = find(root, 'section[aria-label="Selected text"] button');
    expect(nameOf(quote)).toContain('Quote');
    expect(quote.getAttribute('aria-disabled')).toBe('true');
    const reason = document.getElementById(quote.getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toBe('Select words on the page first.');
    await doing(() => quote.click());
    expect(commands).toEqual([]);
    await doing(() => select(selectionOf(WORDS)));
    await doing(() => quote.click());
    expect(commands).toHaveLength(1);
  });

  it('lists annotations with their words and what can be done with them', async () => {
    const { root, holds } = await app();
    await doing(() => holds([annotationOf(WORDS)]));
    const item = find(find(root, 'ul[aria-label="Annotations"]'), 'li');
    expect(item.textContent).toContain(WORDS);
    expect([...item.querySelectorAll('button')].map(nameOf)).toEqual([
      `Edit: ${WORDS}`,
      `Show on page: ${WORDS}`,
      `Delete: ${WORDS}`,
      'Who said this?',
    ]);
  });

  it('gives the focus to Undo after a delete and back to the card after the undo', async () => {
    const { root, commands, holds, acknowledge } = await app();
    const annotation = annotationOf(WORDS);
    await doing(() => holds([annotation]));
    await doing(() => find(root, 'button', `Delete: ${WORDS}`).click());
    expect(document.activeElement?.textContent).toBe('Undo');
    // Whoever is quick undoes before the list has heard of the delete.
    await doing(() => find(root, 'button', 'Undo').click());
    await doing(() => holds([]));
    await doing(() => acknowledge());
    await doing(() => acknowledge());
    await doing(() => holds([annotation]));
    expect(commands.map(({ type }) => type)).toEqual(['deleteAnnotation', 'restoreAnnotation']);
    expect(document.activeElement?.getAttribute('aria-label')).toBe(`Edit: ${WORDS}`);
  });

  it('leaves the focus to who has gone on to another card before the undo was stored', async () => {
    const { root, holds, acknowledge } = await app();
    const [first, second] = [annotationOf(WORDS), annotationOf('Ines Calder')];
    await doing(() => holds([first, second]));
    await doing(() => find(root, 'button', `Delete: ${WORDS}`).click());
    await doing(() => acknowledge());
    await doing(() => holds([second]));
    await doing(() => find(root, 'button', 'Undo').click());
    await doing(() => find(root, 'button', 'Edit: Ines Calder').focus());
    await doing(() => acknowledge());
    await doing(() => holds([first, second]));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Edit: Ines Calder');
  });

  it('shows a failed write with its sentence and the way to try again', async () => {
    const { root, session, commands, select, acknowledge } = await app();
    await doing(() => select(selectionOf(WORDS)));
    await doing(() => session.tag('quote'));
    await doing(() => acknowledge(new OnRecordError('quota-exceeded', 'No room.')));
    await vi.waitFor(() => find(root, '[role="alert"]'));
    expect(find(root, '[role="alert"]').textContent).toContain(
      'A tag was not saved. The disk is full, so nothing was saved.',
    );
    await doing(() => find(root, 'button', 'Try again').click());
    await doing(() => acknowledge());
    expect(commands).toHaveLength(2);
    expect(root.querySelector('[role="alert"]')).toBeNull();
  });

  it('says what to do on an empty page, and that a page is no article', async () => {
    const { root } = await app({ reading: { isArticle: false } });
    expect(root.textContent).toContain('No article was found on this page. You can still tag any text on it.');
    expect(root.textContent).toContain('Select words on the page, then press Q, C or S.');
    expect(find(root, 'button', 'Export JSON').getAttribute('aria-disabled')).toBe('true');
  });

  it.each([
    ['stub', 'the rest is for subscribers'],
    ['first-part', 'Only the first part of this article is on this page'],
    ['live', 'This article is still being written'],
  ] as const)('says of a page that has its article in part (%s) that it does', async (extent, words) => {
    expect((await app({ reading: { extent } })).root.textContent).toContain(words);
    expect((await app({ reading: { extent, isArticle: false } })).root.textContent).not.toContain(words);
  });

  it('is never blank where the page can not be read', async () => {
    const { root } = await app({ read: () => Promise.reject(new OnRecordError('forbidden-page', 'No.')) });
    expect(find(root, '[role="alert"]').textContent).toMatch(/^Browsers do not let extensions read this page: .+\.$/);
    expect(find(root, 'h1').textContent).toBe('This page can’t be tagged');
  });
});

describe('shortcuts', () => {
  const key = (init: KeyboardEventInit, target: EventTarget = document.body) => {
    let kind: ReturnType<typeof kindOfKey> = null;
    target.addEventListener(
      'keydown',
      (event) => {
        if (event instanceof KeyboardEvent) kind = kindOfKey(event);
      },
      { once: true },
    );
    target.dispatchEvent(new KeyboardEvent('keydown', init));
    return kind;
  };

  it('work on a keyboard without Latin letters, by the place of the key', () => {
    expect(key({ key: 'й', code: 'KeyQ' })).toBe('quote');
    expect(key({ key: 'ы', code: 'KeyS' })).toBe('speaker');
  });

  it('leave other layouts of Latin letters their letters', () => {
    expect(key({ key: 'a', code: 'KeyQ' })).toBeNull();
    expect(key({ key: 'q', code: 'KeyA' })).toBe('quote');
  });

  it('keep out of fields, of combinations, of repetition and of composition', () => {
    for (const tag of ['input', 'textarea', 'select']) {
      expect(key({ key: 'q' }, document.createElement(tag))).toBeNull();
    }
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey', 'shiftKey', 'repeat', 'isComposing']) {
      expect(key({ key: 'q', [modifier]: true })).toBeNull();
    }
  });
});
