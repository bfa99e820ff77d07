/** A copy of a page that may be torn apart, and whose text can be traced back to the page all the same. */
export interface TraceableClone {
  readonly document: Document;
  /** How much text there is, in UTF-16 units, scripts and styles included. */
  readonly textLength: number;
  readonly longestText: Text | null;
  /**
   * The live text node of every text node below `result`, which is made of the clone's nodes. Text that did not come from
   * the page has none. To be called once, and while the page is as it was when it was cloned.
   */
  trace(result: Node): ReadonlyMap<Text, Text>;
}

/**
 * Clones a page for Readability. Readability moves nodes about, wraps, unwraps and renames elements, but a text node stays
 * the node that it was in the clone, and the clone's text nodes are those of the page in number and order. So each character
 * of the result has one known place on the page, and nothing has to be searched for.
 *
 * In one case Readability would make new nodes: it keeps `body.innerHTML` and, when an attempt finds too little, parses
 * that anew for the next one (0.6.0, `_grabArticle`). The clone's body therefore keeps a copy of its nodes instead of a
 * string of them, and restores copies of those, each of which still knows its node on the page.
 * @param isRestorable whether it does: without a copy later attempts find nothing
 */
export function cloneForReadability(page: Document, isRestorable: boolean): TraceableClone {
  const document = page.cloneNode(true) as Document;
  dropClobberingNames(document);
  /** The clone's text nodes by the ordinal of their live node; those of later attempts follow in `restored`. */
  const texts = textNodes(document);
  const restored: { readonly text: Text; readonly original: Text }[] = [];
  if (document.body) restoreNodesInsteadOfParsing(document.body, isRestorable, restored);

  let textLength = 0;
  let longestText: Text | null = null;
  let longest = 0;
  for (const text of texts) {
    const { length } = text;
    textLength += length;
    if (length > longest) {
      longest = length;
      longestText = text;
    }
  }

  const trace = (result: Node): Map<Text, Text> => {
    const originals = new Map<Text, Text>();
    for (const { text, original } of restored) originals.set(text, originals.get(original) ?? original);
    const wanted = new Map<Text, Text>();
    for (const text of textNodes(result)) wanted.set(originals.get(text) ?? text, text);

    const live = new Map<Text, Text>();
    const walker = page.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    for (const copy of texts) {
      const source = walker.nextNode() as Text | null;
      if (!source || live.size === wanted.size) break;
      const text = wanted.get(copy);
      if (text && text.data === source.data) live.set(text, source);
    }
    return live;
  };
  return { document, textLength, longestText, trace };
}

/**
 * A form answers to the names of its fields, and a document to those of its forms and pictures, instead of what it has by
 * that name itself: Readability would go round in circles by `<input name="parentNode">`.
 */
function dropClobberingNames(document: Document): void {
  const { querySelectorAll } = Document.prototype;
  const { getAttribute, matches, removeAttribute } = Element.prototype;
  for (const element of querySelectorAll.call(document, NAMED)) {
    for (const attribute of ['id', 'name']) {
      const name = getAttribute.call(element, attribute) ?? '';
      const isTaken = name in HTMLFormElement.prototype || name in Document.prototype;
      if (isTaken && matches.call(element, CLOBBERING)) removeAttribute.call(element, attribute);
    }
  }
}

/** What may be one of them, and little else: most elements that have an id stand outside of forms. */
const NAMED = '[name]:not(meta),form,form [id],[form],object[id]';
const CLOBBERING = 'form,img,embed,object,iframe,input,button,select,textarea,output,fieldset';

function restoreNodesInsteadOfParsing(
  body: HTMLElement,
  isRestorable: boolean,
  restored: { text: Text; original: Text }[],
): void {
  let kept: { readonly copy: Node; readonly originals: readonly Text[] } | null = null;
  Object.defineProperty(body, 'innerHTML', {
    get() {
      if (isRestorable) kept = { copy: body.cloneNode(true), originals: textNodes(body) };
      return '';
    },
    set() {
      if (!kept) return body.replaceChildren();
      const fresh = kept.copy.cloneNode(true);
      textNodes(fresh).forEach((text, i) => {
        const original = kept?.originals[i];
        if (original) restored.push({ text, original });
      });
      body.replaceChildren(...fresh.childNodes);
    },
  });
}

/** All text nodes of a tree, in document order. */
function textNodes(root: Node): Text[] {
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  return texts;
}
