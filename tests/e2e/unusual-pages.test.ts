import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readHighlights } from '../browser/highlights';
import { annotationItem } from '../browser/popup-driver';
import { servePages } from '../browser/serve';
import { SAMPLE } from './sample';
import { Visitor } from './visitor';

let visitor: Visitor;
beforeAll(async () => {
  visitor = await Visitor.arrive();
});
afterEach(() => visitor.close());
afterAll(() => visitor?.leave());

const FALLBACK = 'No article was found on this page. You can still tag any text on it.';

describe('a page without an article', () => {
  it('says so and can be tagged all the same', async () => {
    await visitor.open(
      '/noticeboard.html',
      '<!doctype html><html lang="en"><title>Noticeboard</title><p>The pump is out of order.</p><p>Ask Ada Holm.</p></html>',
    );
    const opened = await visitor.tag('Claim', 'The pump is out of order.');
    expect(await opened.evaluate(() => document.body.innerText)).toContain(FALLBACK);
    await visitor.tag('Speaker', 'Ada Holm');
    expect((await visitor.exported()).map(({ kind, exact }) => [kind, exact])).toEqual([
      ['claim', 'The pump is out of order.'],
      ['speaker', 'Ada Holm'],
    ]);
    expect(await visitor.comeBack()).toMatchObject({
      'on-record-claim': ['The pump is out of order.'],
      'on-record-speaker': ['Ada Holm'],
    });
    await visitor.expectUntouched();
  });

  it('is not what an article is called', async () => {
    await visitor.open('/with-article.html', SAMPLE);
    const opened = await visitor.tag('Quote', 'It is a start,');
    expect(await opened.evaluate(() => document.body.innerText)).not.toContain(FALLBACK);
  });
});

/** An article of five paragraphs; the third ends with the quote. */
const article = (open: string, title: string, filler: string, quote: string) =>
  `<!doctype html><html ${open}><meta charset="utf-8"><title>${title}</title><body><article><h1>${title}</h1>${[
    filler.repeat(4),
    filler.repeat(5),
    `${filler.repeat(3)}${quote}`,
    filler.repeat(4),
    filler.repeat(6),
  ]
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')}</article></body></html>`;

describe('an article in another script', () => {
  it.each([
    {
      lang: 'ar',
      dir: 'rtl',
      title: 'الميناء يفتح أبوابه من جديد',
      filler: 'اجتمع مجلس الميناء يوم الاثنين، وناقش كلفة السدود الجديدة على المدن الصغيرة قرب الساحل. ',
      quote: '«لن ندفع ثمن الماء مرتين»، قالت رئيسة البلدية.',
      words: 'لن ندفع ثمن الماء مرتين',
    },
    {
      lang: 'ja',
      dir: 'ltr',
      title: '港町が防潮堤の基金に合意',
      filler: '港の評議会は月曜日に集まり、海沿いの小さな町が負担する新しい防潮堤の費用について話し合った。',
      quote: '「水に二度は払わない🌊」と町長は述べた。',
      words: '水に二度は払わない🌊',
    },
  ])('is tagged, exported and painted again ($lang)', async ({ lang, dir, title, filler, quote, words }) => {
    await visitor.open(`/script-${lang}.html`, article(`lang="${lang}" dir="${dir}"`, title, filler, quote));
    const opened = await visitor.tag('Quote', words);
    expect(await opened.evaluate(() => document.body.innerText)).not.toContain(FALLBACK);
    const item = await annotationItem(opened, words);
    const shown = await item.$eval('q', (element) => ({
      lang: element.closest('[lang]')?.getAttribute('lang'),
      direction: getComputedStyle(element).direction,
    }));
    expect(shown).toEqual({ lang, direction: dir });
    expect(await visitor.exported()).toMatchObject([{ scope: 'article', exact: words }]);
    expect(await visitor.comeBack()).toMatchObject({ 'on-record-quote': [words] });
    await visitor.expectUntouched();
  });
});

describe('a page that defends itself or brings others along', () => {
  it('is tagged and painted in colour under a policy that allows nothing', async () => {
    await visitor.open('/policy.html', SAMPLE, {
      'content-security-policy': "default-src 'none'; sandbox allow-same-origin",
    });
    await visitor.tag('Quote', 'It is a start,');
    expect(await visitor.comeBack()).toMatchObject({ 'on-record-quote': ['It is a start,'] });
    const painted = await visitor.page.evaluate(() => {
      const place = [...(CSS.highlights.get('on-record-quote') ?? [])][0]?.startContainer.parentElement;
      const { backgroundColor, textDecorationLine } = getComputedStyle(
        place ?? document.body,
        '::highlight(on-record-quote)',
      );
      return { backgroundColor, textDecorationLine };
    });
    expect(painted.textDecorationLine).toBe('underline');
    expect(painted.backgroundColor).not.toMatch(/, 0\)$|transparent/);
    await visitor.expectUntouched();
  });

  it('is tagged with frames in it, of its own and of others, and only the page itself is read', async () => {
    const foreign = await servePages({ '/ad.html': '<!doctype html><p>Half-price oars, this week only.</p>' });
    try {
      const frames = [
        `<iframe src="${foreign.url('/ad.html')}" title="Advertisement"></iframe>`,
        '<iframe srcdoc="<p>Tides today: 14:12</p>" title="Tides"></iframe>',
        `<iframe sandbox src="${foreign.url('/ad.html')}" title="Sandbox"></iframe>`,
        '<iframe src="about:blank" title="Nothing"></iframe>',
      ];
      await visitor.open('/frames.html', SAMPLE.replace('<h2>Who pays', `${frames.join('')}<h2>Who pays`));
      // What is selected within a frame is none of ours: there is nothing to tag, and nothing breaks.
      const tides = visitor.page.frames().find((frame) => frame.url() === 'about:srcdoc');
      await tides?.evaluate(() => getSelection()?.selectAllChildren(document.body));
      const opened = await visitor.click();
      await opened.waitForSelector('.selection-empty');
      expect(await opened.$('[role="alert"]')).toBeNull();

      await visitor.tag('Quote', 'It is a start,');
      const FROM = '“is a very expensive way of flooding the neighbours.”';
      const TO = 'Who pays, and for what';
      await visitor.tag('Claim', FROM, { through: TO });
      expect(await visitor.comeBack()).toMatchObject({ 'on-record-quote': ['It is a start,'] });
      expect((await readHighlights(visitor.page))['on-record-claim']?.join(' ')).toBe(`${FROM} ${TO}`);
      const realms = visitor.page.frames().map((frame) => frame.extensionRealms().length);
      expect(realms).toEqual([1, 0, 0, 0, 0]);
      await visitor.expectUntouched();
    } finally {
      await foreign.close();
    }
  });
});
