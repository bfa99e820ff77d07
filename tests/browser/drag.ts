import type { Page } from 'puppeteer-core';

/** Selects with the mouse from the first of some words to the last of others, wherever they are shown. */
export async function drag(page: Page, from: string, to: string): Promise<void> {
  const [start, end] = await page.evaluate(
    (first, last) => {
      const texts: Text[] = [];
      const collect = (node: Node): void => {
        if (node instanceof Text) texts.push(node);
        if (node instanceof Element && node.shadowRoot) collect(node.shadowRoot);
        node.childNodes.forEach(collect);
      };
      collect(document.body);
      const nodes = [first, last].map((words) => texts.findLast(({ data }) => data.includes(words)));
      nodes[0]?.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      return [first, last].map((words, i) => {
        const node = nodes[i];
        if (!node) throw new Error(`The page does not show “${words}”.`);
        const at = node.data.indexOf(words) + (i === 0 ? 0 : words.length - 1);
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { x: i === 0 ? left + 1 : right - 1, y: (top + bottom) / 2 };
      });
    },
    from,
    to,
  );
  if (!start || !end) throw new Error('There is nothing to drag over.');
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 5 });
  await page.mouse.up();
}
