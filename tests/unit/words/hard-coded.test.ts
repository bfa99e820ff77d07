// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { hardCodedWords } from './hard-coded';
import { sourcesIn } from './syntax';

const inSource = (text: string) => hardCodedWords({ name: 'planted.tsx', text });

describe('a hard-coded string is found', () => {
  it.each([
    ['as text', 'const a = <p>Nothing here yet.</p>', 'Nothing here yet.'],
    ['as one word of text', 'const a = <p><b>now</b> {x}</p>', 'now'],
    ['as text in braces', "const a = <p>{isSlow ? 'wait' : b}</p>", 'wait'],
    ['as text with a condition', "const a = <p>{isSlow && 'wait'}</p>", 'wait'],
    ['as a template in braces', 'const a = <p>{`$' + '{n} of $' + '{m}`}</p>', '… of …'],
    ['as a label', 'const a = <ul aria-label="notes" />', 'notes'],
    ['as a title', 'const a = <b title={`edit $' + '{words}`} />', 'edit …'],
    ['as a placeholder', "const a = <input placeholder={known ? 'name' : b} />", 'name'],
    ['as an alternative text', 'const a = <img alt="portrait" />', 'portrait'],
    ['in a constant', "const HOW = 'select the passage';", 'select the passage'],
    ['around what is filled in', 'const line = `by $' + '{name}`;', 'by …'],
    ['in a table of labels', "const WORDS = { quote: 'Quote' } as const;", 'Quote'],
    ['as what is announced', "announce('Undone.');", 'Undone.'],
    ['as the text of an element that a script makes', "span.textContent = done ? 'saved' : said;", 'saved'],
    ['as an attribute that a script sets', "bar.setAttribute('aria-label', 'tools');", 'tools'],
    ['as the value of a property that is no class', "Object.assign(button, { title: 'Close' });", 'Close'],
  ])('%s', (_, text, words) => {
    expect(inSource(text)).toEqual([`planted.tsx:1 “${words}”`]);
  });
});

it('what nobody sees, or is said in every language, is none', () => {
  const clean = `
    import { i18n } from 'Some Module';
    type Word = 'Quote' | 'Two words';
    const a = <button class="button button-small" aria-expanded={false} title={i18n.t('card.edit')}>{words}</button>;
    const b = <p>{i18n.t('list.empty')} · {event.key === 'Enter' ? 1 : 2}</p>;
    const c = { class: \`option \${isNew ? 'option-new' : ''}\` };
    switch (key) { case 'Escape': throw new OnRecordError('no-page', 'The page does not answer.'); }
    document.querySelector('main > ul li');
    span.className = done ? 'said' : 'said said-failed';
    part('dot dot-quote', '');
    const failure: Failure = { code: 'unreachable', message: 'The background did not answer.' };
    bar.setAttribute('role', 'Status');
    bar.textContent = i18n.t('toolbar.name');
  `;
  expect(inSource(clean)).toEqual([]);
});

it('components and entrypoints have none', () => {
  const sources = ['components', 'entrypoints'].flatMap((folder) => sourcesIn(folder, /\.tsx?$/));
  expect(sources.length).toBeGreaterThan(60);
  expect(sources.flatMap(hardCodedWords)).toEqual([]);
});

it('pages and styles have none but the name of the extension', () => {
  const pages = sourcesIn('entrypoints', /\.html$/);
  expect(pages.length).toBeGreaterThan(1);
  for (const { name, text } of pages) {
    expect([name, text.replace(/<[^>]*>/g, '').trim()]).toEqual([name, 'On Record']);
    expect(text).not.toMatch(/\s(?:alt|aria-label|placeholder|title)=/);
  }
  const styles = ['components', 'entrypoints'].flatMap((folder) => sourcesIn(folder, /\.css$/));
  expect(styles.length).toBeGreaterThan(5);
  for (const { name, text } of styles)
    expect([name, text.match(/content:\s*"[^"]*\p{L}[^"]*"/u)]).toEqual([name, null]);
});
