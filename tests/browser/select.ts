import type { Page } from 'puppeteer-core';

/**
 * Selects a passage on the page by its words; white space counts as one space, as it is shown.
 * `through`: select up to the end of this later passage. `nth`: which occurrence, counted from 0.
 * `near`: the occurrence that stands closest to this passage and outside of it, instead.
 * @returns the selected text as the page reports it.
 * @throws Error when the words are not on the page.
 */
export async function selectText(
  page: Page,
  words: string,
  { through = words, nth = 0, near }: { through?: string; nth?: number; near?: string } = {},
): Promise<string> {
  const selected = await page.evaluate(
    (from, to, occurrence, beside) => {
      const places: { node: Text; offset: number }[] = [];
      let shown = '';
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!(node instanceof Text) || node.parentElement?.closest('script, style, noscript, template')) continue;
        for (let offset = 0; offset < node.data.length; offset++) {
          const character = /\s/.test(node.data.charAt(offset)) ? ' ' : node.data.charAt(offset);
          if (character === ' ' && shown.endsWith(' ')) continue;
          shown += character;
          places.push({ node, offset });
        }
      }
      const starts: number[] = [];
      for (let at = shown.indexOf(from); at >= 0; at = shown.indexOf(from, at + 1)) starts.push(at);
      if (beside !== null) {
        const left = shown.indexOf(beside);
        const right = left + beside.length;
        // Words within the passage are not beside it.
        const distance = (at: number) => {
          if (at + from.length <= left) return left - (at + from.length);
          return at >= right ? at - right : Number.POSITIVE_INFINITY;
        };
        starts.sort((a, b) => distance(a) - distance(b));
      }
      const start = starts[occurrence] ?? -1;
      const end = start < 0 ? -1 : shown.indexOf(to, start) + to.length - 1;
      const first = places[start];
      const last = places[end];
      if (!first || !last || end < start) return null;
      const range = document.createRange();
      range.setStart(first.node, first.offset);
      range.setEnd(last.node, last.offset + 1);
      first.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const selection = getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      return selection?.toString() ?? null;
    },
    fold(words),
    fold(through),
    nth,
    near === undefined ? null : fold(near),
  );
  if (selected === null) throw new Error(`The page does not hold the passage “${words}”.`);
  return selected;
}

const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
