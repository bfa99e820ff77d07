/**
 * Gives shadow roots the style of the paint, which Firefox does not let in from outside. Their nodes stay as they are:
 * the style sheet is adopted.
 */
export class RootStyles {
  readonly #sheet: CSSStyleSheet;
  #roots: ReadonlySet<ShadowRoot> = new Set();

  /** @param css the rules, as they hold outside of shadow roots */
  constructor(window: Window & typeof globalThis, css: string) {
    this.#sheet = new window.CSSStyleSheet();
    this.#sheet.replaceSync(css);
  }

  /** Styles the roots that these ranges lie in, and no others. */
  adoptFor(ranges: Iterable<Range>): void {
    const roots = new Set<ShadowRoot>();
    for (const { startContainer } of ranges) {
      const root = startContainer.getRootNode();
      if (root.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in root) roots.add(root as ShadowRoot);
    }
    for (const root of this.#roots) if (!roots.has(root)) root.adoptedStyleSheets = this.#othersIn(root);
    for (const root of roots) {
      // A page may have set its own styles anew since.
      const others = this.#othersIn(root);
      if (others.length === root.adoptedStyleSheets.length) root.adoptedStyleSheets = [...others, this.#sheet];
    }
    this.#roots = roots;
  }

  #othersIn(root: ShadowRoot): CSSStyleSheet[] {
    return [...root.adoptedStyleSheets].filter((sheet) => sheet !== this.#sheet);
  }
}
