import { describe, expect, it } from 'vitest';
import { findQuotations } from '@/lib/suggest/marks/quotations';
import { paragraphsOf } from '@/lib/suggest/text/paragraphs';

const quoted = (text: string): string[] =>
  findQuotations(text, paragraphsOf(text)).map(({ inner }) => text.slice(inner.start, inner.end));

describe('Quotations by their marks', () => {
  it.each([
    ['straight marks', 'He said, "The bridge is closed," and left.', ['The bridge is closed,']],
    ['curly marks', 'He said, “The bridge is closed,” and left.', ['The bridge is closed,']],
    ['two single marks in a row', "He said, ''The bridge is closed,'' and left.", ['The bridge is closed,']],
    ['German marks', 'Er sagte: „Die Brücke ist zu“, und ging.', ['Die Brücke ist zu']],
    ['German guillemets', 'Er sagte: »Die Brücke ist zu«, und ging.', ['Die Brücke ist zu']],
    ['French guillemets', '« Le pont est fermé », dit-il.', ['Le pont est fermé']],
    ['Swedish marks', 'Han sade: ”Bron är stängd”, och gick.', ['Bron är stängd']],
    ['a quote within a quote', '“She called it “a gift” to me,” he said.', ['She called it “a gift” to me,']],
    ['an opening mark that nothing closes', 'A “ stray mark, then “a whole quote” here.', ['a whole quote']],
    ['a measure in inches', 'The 6\'2" guard said, "I am not that tall."', ['I am not that tall.']],
    ['British single marks', '‘The bridge’s cables are sound,’ she said.', ['The bridge’s cables are sound,']],
    ["a plural's apostrophe", '‘The divers’ report is due,’ she said.', ['The divers’ report is due,']],
    ['straight single marks', "'We don't know,' she said. 'It's early.'", ["We don't know,", "It's early."]],
    ['apostrophes alone', "The '90s weren't kind to the dockers' union.", []],
  ])('finds %s', (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it('lets a quote run on where the next paragraph repeats the opening mark', () => {
    const text = '“We closed the bridge.\n\n“It opens on Friday,” she said.';
    const found = findQuotations(text, paragraphsOf(text));
    expect(found.map(({ runsOn }) => runsOn)).toEqual([true, false]);
    expect(quoted(text)).toEqual(['We closed the bridge.', 'It opens on Friday,']);
  });

  it('gives offsets in the text, not in the paragraph', () => {
    const text = 'First.\n\nShe said "so it goes" twice.';
    expect(findQuotations(text, paragraphsOf(text))[0]).toMatchObject({
      inner: { start: 18, end: 28 },
      outer: { start: 17, end: 29 },
      paragraph: 1,
    });
  });
});
