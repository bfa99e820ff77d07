import { describe, expect, it } from 'vitest';
import { quoteTypeOf } from '@/lib/annotations/quote-type';

/** The text with the selected passage in square brackets. */
function typeOf(marked: string) {
  const [prefix = '', rest = ''] = marked.split('[');
  const [exact = '', suffix = ''] = rest.split(']');
  return quoteTypeOf({ type: 'TextQuoteSelector', exact, prefix, suffix });
}

describe('a quote is direct', () => {
  it.each([
    ['with the marks selected', 'Then [“We built it.”] he said'],
    ['with the marks outside', 'Then “[We built it.]” he said'],
    ['with the first mark selected', 'Then [“We built it].” he said'],
    ['with the last mark selected', 'Then “[We built it.”] he said'],
    ['with the comma before the closing mark', 'Then “[We built it],” he said'],
    ['with the comma after the closing mark', 'Then [„Wir waren es“,] sagte er'],
    ['with straight marks', 'Then "[We built it]," he said'],
    ['with straight marks selected', 'Then ["We built it,"] he said'],
    ['with single marks', 'Then ‘[We didn’t build it],’ he said'],
    ['with straight single marks', "Then '[We didn't build it],' he said"],
    ['in German', 'Er sagte: „[Wir waren es.]“'],
    ['in German with guillemets', 'Er sagte: »[Wir waren es.]«'],
    ['in Polish', 'Powiedział: „[To my.]”'],
    ['in French', 'Il a dit : « [Nous l’avons fait]. »'],
    ['in French, marks selected', 'Il a dit : [« Nous l’avons fait. »]'],
    ['in Swedish', 'Han sade: ”[Vi gjorde det.]”'],
    ['in Finnish', 'Hän sanoi: »[Me teimme sen.]»'],
    ['in Japanese', '市長は[「橋ができた」]と述べた'],
    ['in Chinese', '市长说：“[桥建好了。]”'],
    ['with a quotation in it', 'She said “[He said ‘no’ to me.]”'],
    ['as the first part of one that its cue interrupts', '“[We built it],” she said, “in two years.”'],
    ['as a sentence from the middle of a longer one', 'He said: “We tried. [We failed.] We tried again.” Then he left'],
    ['in German as a sentence from the middle', 'Er sagte: „Ja. [Wir waren es.] Nur wir.“'],
  ])('%s', (_, text) => {
    expect(typeOf(text)).toBe('direct');
  });
});

describe('a quote is mixed', () => {
  it.each([
    ['with quoted words in it', '[He called it “a disaster” for the town.]'],
    ['with straight marks in it', '[He called it "a disaster" for the town.]'],
    ['with single marks in it', '[He called it ‘a disaster’ for the town.]'],
    ['with straight single marks in it', "[He called it 'a disaster' for the town.]"],
    ['ending in quoted words', '[He called it “a disaster.”]'],
    ['ending just before the closing mark', '[He called it “a disaster].” Then'],
    ['when its cue stands in the middle', 'Then [“We built it,” she said, “in two years.”]'],
    ['when its cue stands in the middle of straight marks', 'Then ["We built it," she said, "in two years."]'],
    ['when its cue stands in the middle, in Swedish', '[”Vi gjorde det”, sade hon, ”på två år.”]'],
    ['when its cue stands in the middle, in Japanese', '[「橋ができた」と市長は述べ、「二年で」]と続けた'],
  ])('%s', (_, text) => {
    expect(typeOf(text)).toBe('mixed');
  });
});

describe('a quote is indirect', () => {
  it.each([
    ['without any marks', '[The mayor said that they built it.]'],
    ['with an apostrophe', '[The mayor said they didn’t build it.]'],
    ['with straight apostrophes', "[The workers' mayor said they didn't build it.]"],
    ['between two quotations', '“We built it,” [said the mayor, who had promised it,] “in two years.”'],
    [
      'between two quotations with straight marks',
      '"We built it," [said the mayor, who had promised it,] "in two years."',
    ],
    ['after a quotation', '“We built it.” [The mayor said it cost little.] He left'],
    ['with an elided year', '[The mayor of ’98 said that they built it.]'],
  ])('%s', (_, text) => {
    expect(typeOf(text)).toBe('indirect');
  });
});
