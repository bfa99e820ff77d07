import type { Page } from 'puppeteer-core';

/**
 * What is painted on the page, read from the page's own world: for each name in `CSS.highlights` the text of every
 * range, in document order; ranges in shadow roots stand in the order in which they were painted.
 */
export function readHighlights(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const painted: Record<string, string[]> = {};
    for (const [name, highlight] of CSS.highlights) {
      const ranges = [...highlight].map((abstract) => {
        const range = document.createRange();
        range.setStart(abstract.startContainer, abstract.startOffset);
        range.setEnd(abstract.endContainer, abstract.endOffset);
        return range;
      });
      const inOneRoot = new Set(ranges.map(({ startContainer }) => startContainer.getRootNode())).size === 1;
      if (inOneRoot) ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
      painted[name] = ranges.map(String);
    }
    return painted;
  });
}
