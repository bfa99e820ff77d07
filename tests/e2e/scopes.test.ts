import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readHighlights } from '../browser/highlights';
import { annotationItem, annotationTexts, pressOnCard, tag, waitUntilSaved } from '../browser/popup-driver';
import { selectText } from '../browser/select';
import { SAMPLE } from './sample';
import { Visitor } from './visitor';

const HEADLINE = 'Harbour cities agree on a common tide fund';
const COMMENT = 'Forty days a year behind a gate is two months’ rent.';

let visitor: Visitor;
beforeAll(async () => {
  visitor = await Visitor.arrive();
});
afterEach(() => visitor.close());
afterAll(() => visitor?.leave());

/** Every element that a painted range of this name lies in, as its own tag and those above it. */
const paintedIn = (name: string) =>
  visitor.page.evaluate(
    (key) =>
      [...(CSS.highlights.get(key) ?? [])].map((range) => {
        const tags: string[] = [];
        for (let at = range.startContainer.parentElement; at; at = at.parentElement) tags.push(at.localName);
        return tags.join(' ');
      }),
    name,
  );

describe('words outside the article', () => {
  it('a headline, a caption and a comment can be tagged: their scope is the page and they have no position', async () => {
    await visitor.open('/outside.html', SAMPLE);
    await visitor.tag('Claim', HEADLINE);
    await visitor.tag('Quote', COMMENT);
    await visitor.tag('Speaker', 'L. Brandt / Harbour Post');
    const exported = await visitor.exported();
    expect(exported.map(({ kind, exact, scope }) => [kind, exact, scope])).toEqual(
      expect.arrayContaining([
        ['claim', HEADLINE, 'page'],
        ['quote', COMMENT, 'page'],
        ['speaker', 'L. Brandt / Harbour Post', 'page'],
      ]),
    );
    for (const { segment } of exported) expect(Object.keys(segment).sort()).toEqual(['hints', 'quote', 'scope']);

    expect(await visitor.comeBack()).toMatchObject({
      'on-record-claim': [HEADLINE],
      'on-record-quote': [COMMENT],
      'on-record-speaker': ['L. Brandt / Harbour Post'],
    });
    expect(await paintedIn('on-record-claim')).toEqual([expect.stringMatching(/^h1 /)]);
    await visitor.expectUntouched();
  });

  it('that stand in the article as well are painted where they were tagged', async () => {
    await visitor.open('/twice.html', SAMPLE);
    // The words of this comment are the beginning of a quote in the article.
    await selectText(visitor.page, 'It is a start', { near: 'is what they said in 2019 too.' });
    const opened = await visitor.click();
    await tag(opened, 'Quote', 'It is a start');
    await waitUntilSaved(opened);
    expect(await visitor.exported()).toMatchObject([{ scope: 'page', exact: 'It is a start' }]);
    await visitor.comeBack();
    expect(await paintedIn('on-record-quote')).toEqual([expect.stringMatching(/^p article section /)]);
  });
});

describe('a selection that runs over foreign text', () => {
  const FROM = '“You cannot unload a ship from behind a gate,” he said.';
  const TO = 'Insurers have doubts of another kind.';

  it('is clipped to the article and painted as several ranges when both its ends are in the article', async () => {
    await visitor.open('/over-ad.html', SAMPLE);
    expect(await selectText(visitor.page, FROM, { through: TO })).toContain('Dry boots, warm feet');
    const opened = await visitor.click();
    await tag(opened, 'Quote', 'You cannot unload');
    await waitUntilSaved(opened);
    await visitor.page.waitForFunction(() => CSS.highlights.get('on-record-quote')?.size === 2);
    expect((await annotationTexts(opened)).join()).not.toContain('Dry boots');
    expect(await visitor.exported()).toMatchObject([{ scope: 'article', exact: `${FROM}\n\n${TO}` }]);
    expect(await visitor.comeBack()).toMatchObject({ 'on-record-quote': [FROM, TO] });
    await visitor.expectUntouched();
  });

  it('is refused with a sentence when it runs from other text into the article, and nothing is tagged', async () => {
    await visitor.open('/mixed.html', SAMPLE);
    await selectText(visitor.page, HEADLINE, { through: 'We leave with a signature' });
    const opened = await visitor.click();
    await opened.waitForFunction(() =>
      document
        .querySelector('[aria-label="Selected text"]')
        ?.textContent?.includes('This selection runs from the article into other text of the page.'),
    );
    const region = await opened.waitForSelector('::-p-aria([name="Selected text"][role="region"])');
    const buttons = await region?.$$eval('button', (all) => all.map((button) => button.getAttribute('aria-disabled')));
    expect(buttons).toEqual(['true', 'true', 'true']);
    await opened.keyboard.press('q');
    // The refusal is spoken as well: when it was, the key has had its effect.
    await opened.waitForFunction(() =>
      [...document.querySelectorAll('[role="status"]')].some((status) => status.textContent?.includes('runs from the')),
    );
    expect(await annotationTexts(opened)).toEqual([]);

    // The same key tags as soon as the selection keeps to one of them.
    await visitor.tag('Quote', 'We leave with a signature');
    expect(await visitor.exported()).toMatchObject([{ scope: 'article', exact: 'We leave with a signature' }]);
  });
});

describe('annotations that share words', () => {
  const QUOTE = 'the barriers would close the inner docks on about forty days a year';
  const OVERLAP = 'forty days a year, and that the fund sets aside nothing for wages lost on those days';
  const NESTED = 'the inner docks';

  it('all stay, overlapping or nested, until each is deleted for itself', async () => {
    await visitor.open('/shared-words.html', SAMPLE);
    await visitor.tag('Quote', QUOTE);
    await visitor.tag('Claim', OVERLAP);
    await visitor.tag('Speaker', NESTED);
    const painted = { 'on-record-quote': [QUOTE], 'on-record-claim': [OVERLAP], 'on-record-speaker': [NESTED] };
    expect(await visitor.comeBack()).toMatchObject(painted);
    const opened = await visitor.click();
    for (const words of [QUOTE, OVERLAP, NESTED]) await annotationItem(opened, words);
    expect((await visitor.exported()).map(({ kind, exact }) => [kind, exact])).toEqual([
      ['quote', QUOTE],
      ['speaker', NESTED],
      ['claim', OVERLAP],
    ]);

    await pressOnCard(opened, OVERLAP, 'Delete');
    await visitor.page.waitForFunction(() => (CSS.highlights.get('on-record-claim')?.size ?? 0) === 0);
    const { 'on-record-claim': _claim, ...others } = painted;
    expect(await readHighlights(visitor.page)).toMatchObject(others);
    await visitor.expectUntouched();
  });

  it('also when the same words are a quote and a claim', async () => {
    await visitor.open('/same-words.html', SAMPLE);
    await visitor.tag('Quote', QUOTE);
    await visitor.tag('Claim', QUOTE);
    expect(await visitor.comeBack()).toMatchObject({ 'on-record-quote': [QUOTE], 'on-record-claim': [QUOTE] });
  });
});
