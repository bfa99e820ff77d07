import type { BlockText } from './block-text';

/** What can be seen of a block on the page: all that is known of it when its role is judged. */
export interface BlockFacts {
  readonly text: string;
  readonly tag: string;
  /** The length of the text; a character of a script that writes a syllable or a word with each counts for three. */
  readonly width: number;
  /**
   * The elements around the text, nearest first, as far as they hold little of the article's prose: each as `<` and its
   * name, then the words of its class, id, role and itemprop in lower case: ` <span credit <figcaption caption text `.
   */
  readonly around: string;
  /** How much of the text is in links, and in italics: 0 to 1. */
  readonly linked: number;
  readonly slanted: number;
  /** Whether it reads as prose: long, hardly linked, with the end of a sentence. */
  readonly isProse: boolean;
  /** Whether it stands in the innermost element that holds most of the article's prose. */
  readonly isInMain: boolean;
}

/** What an element with more of the prose than this is called says nothing of a single block in it. */
const FRAME_SHARE = 1 / 3;
const MAIN_SHARE = 0.6;
/** So far up the page is looked at: a page may be nested thousands of elements deep. */
const MAX_CLIMB = 40;
/** So deep a text may be in the links and italics of its block. */
const MAX_INLINE = 8;
/** Of a class or an id that is longer, the rest is not read. */
const MAX_NAME_LENGTH = 200;
/** No more than this is told of the elements around a block, for all the names there are. */
const MAX_AROUND = 1_500;

const PROSE_WIDTH = 80;
const END_OF_SENTENCE = /[.!?…:;。！？؟۔।"”»’)]$/;
const WIDE = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

const widthOf = (text: string): number => text.length + 2 * (text.match(WIDE)?.length ?? 0);

/** Looks at the blocks of a text where they stand on the live page, which is only read. */
export function factsOf({ text, blocks, pieces }: BlockText): BlockFacts[] {
  let at = 0;
  const places = blocks.map(({ start, end, tag }) => {
    const words = text.slice(start, end);
    const width = widthOf(words);
    let element: Element | null = null;
    let linked = 0;
    let slanted = 0;
    for (let piece = pieces[at]; piece && piece.start < end; piece = pieces[++at]) {
      const parent = piece.node.parentElement;
      if (!parent) continue;
      element ??= parent;
      for (let up = 0; up < MAX_CLIMB && element.parentElement && !element.contains(parent); up++) {
        element = element.parentElement;
      }
      const style = styleAround(parent);
      if (style.isLinked) linked += piece.length;
      if (style.isSlanted) slanted += piece.length;
    }
    linked /= words.length;
    slanted /= words.length;
    const isProse =
      !/^h\d|^figc/.test(tag) && linked < 0.4 && width >= PROSE_WIDTH && END_OF_SENTENCE.test(words.trimEnd());
    return { text: words, tag, width, element, linked, slanted, isProse };
  });

  const { main, isFrame } = weighProse(places);
  const names = new Map<string, string>();
  return places.map(({ element, ...facts }) => {
    let around = ' ';
    let up = 0;
    for (let e = element; e && up < MAX_CLIMB && around.length < MAX_AROUND && !isFrame(e); e = e.parentElement, up++) {
      const written = writtenNames(e);
      const name = names.get(written) ?? wordsIn(written);
      names.set(written, name);
      around += `<${e.localName} ${name}`;
    }
    return { ...facts, around, isInMain: !main || main.contains(element) };
  });
}

/** Whether an element, or one not far above it, is a link or in italics. */
function styleAround(element: Element): { isLinked: boolean; isSlanted: boolean } {
  let isLinked = false;
  let isSlanted = false;
  let up = 0;
  for (let e: Element | null = element; e && up < MAX_INLINE; e = e.parentElement, up++) {
    const { localName } = e;
    if (localName === 'a') isLinked ||= e.hasAttribute('href');
    else if (localName === 'em' || localName === 'i' || localName === 'cite') isSlanted = true;
  }
  return { isLinked, isSlanted };
}

interface Weighed {
  readonly text: string;
  readonly element: Element | null;
  readonly isProse: boolean;
}

/** Where on the page the prose stands. */
function weighProse(places: readonly Weighed[]): { main: Element | null; isFrame: (element: Element) => boolean } {
  const held = new Map<Element, number>();
  const own = new Set<Element>();
  let all = 0;
  for (const { text, element, isProse } of places) {
    if (element) own.add(element);
    if (!isProse) continue;
    all += text.length;
    let up = 0;
    for (let e = element; e && up < MAX_CLIMB; e = e.parentElement, up++) held.set(e, (held.get(e) ?? 0) + text.length);
  }
  let main: Element | null = null;
  for (const [element, length] of held) {
    // Of a very short article one paragraph is most; what is around it is its place all the same.
    if (length >= MAIN_SHARE * all && !own.has(element) && (!main || main.contains(element))) main = element;
  }
  return { main, isFrame: (element) => (held.get(element) ?? 0) > FRAME_SHARE * all };
}

const NAMING = ['class', 'id', 'role', 'itemprop'];

/** What an element is called, as it is written. */
function writtenNames(element: Element): string {
  let names = '';
  if (!element.hasAttributes()) return names;
  for (const attribute of NAMING) {
    const value = element.getAttribute(attribute);
    if (value) names += `${value.slice(0, MAX_NAME_LENGTH)} `;
  }
  return names;
}

/** The words of it, each followed by a space. */
function wordsIn(names: string): string {
  const words = names
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, ' ')
    .trim();
  return words && `${words} `;
}
