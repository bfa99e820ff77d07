import type { Page } from 'puppeteer-core';

/** What is cut on purpose, with all of it elsewhere: words of the page and of the person, and what is only heard. */
const SHORTENED = '.visually-hidden, .article-header h1, .selection-text, .undo-words, .card-note, .row, .row-meta';

/** The texts on a page that do not fit where they stand; one line for each, with what is too small and by how much. */
export function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate((shortened) => {
    /** CSS pixels that come from rounding. */
    const ROUNDING = 1;
    const found: string[] = [];
    const report = (element: Element, why: string, text = element.textContent ?? '') =>
      found.push(`${element.localName}.${element.className}: “${text.trim().slice(0, 60)}” ${why}`);
    const pen = document.createElement('canvas').getContext('2d');

    /** The width of a text in the font of an element. */
    const widthOf = (element: Element, text: string): number => {
      if (!pen) throw new Error('There is nothing to measure text with.');
      pen.font = getComputedStyle(element).font;
      return pen.measureText(text).width;
    };
    const roomIn = (element: HTMLElement): number => {
      const { paddingLeft, paddingRight } = getComputedStyle(element);
      return element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    };

    const checkBox = (element: HTMLElement) => {
      const { overflowY } = getComputedStyle(element);
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      if (scrollWidth > clientWidth) report(element, `is ${scrollWidth} px wide in ${clientWidth}`);
      const cuts = overflowY === 'hidden' || overflowY === 'clip';
      if (cuts && scrollHeight > clientHeight + ROUNDING)
        report(element, `is ${scrollHeight} px high in ${clientHeight}`);
    };

    /** Within the window, and within whatever hides or scrolls what sticks out of it. */
    const checkText = (text: Text, parent: HTMLElement) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, right } of range.getClientRects()) {
        if (left < -ROUNDING || right > innerWidth + ROUNDING) report(parent, 'leaves the window', text.data);
        for (let box: Element | null = parent; box && box !== document.body; box = box.parentElement) {
          if (getComputedStyle(box).overflowX === 'visible') continue;
          const edge = box.getBoundingClientRect();
          if (left < edge.left - ROUNDING || right > edge.right + ROUNDING)
            report(parent, `leaves ${box.className}`, text.data);
        }
      }
    };

    const checkField = (field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement) => {
      const texts =
        field instanceof HTMLSelectElement
          ? [...field.options].map(({ text }) => text)
          : [field.value ? '' : field.placeholder];
      // An arrow stands in a list.
      const room = roomIn(field) - (field instanceof HTMLSelectElement ? 20 : 0);
      for (const text of texts) {
        if (widthOf(field, text) > room + ROUNDING) report(field, `does not fit into ${room} px`, text);
      }
    };

    const checked = new Set<Element>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!(node instanceof Text) || !parent || node.data.trim() === '' || parent.closest(shortened)) continue;
      if (!parent.checkVisibility()) continue;
      checkText(node, parent);
      // Inline elements have no box of their own: the one around them counts, and those that hide what sticks out.
      let hasBox = false;
      for (let box: HTMLElement | null = parent; box; box = box.parentElement) {
        const { display, overflowX } = getComputedStyle(box);
        const counts = (!hasBox && display !== 'inline') || overflowX !== 'visible';
        hasBox ||= display !== 'inline';
        if (!counts || checked.has(box)) continue;
        checked.add(box);
        checkBox(box);
      }
    }
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
      'input[type="text"], textarea, select',
    )) {
      if (field.checkVisibility()) checkField(field);
    }
    return [...new Set(found)];
  }, SHORTENED);
}
