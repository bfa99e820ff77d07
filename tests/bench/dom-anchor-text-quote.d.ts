declare module 'dom-anchor-text-quote' {
  interface Selector {
    exact: string;
    prefix?: string;
    suffix?: string;
  }
  export function fromRange(root: Node, range: Range): Selector;
  export function toRange(root: Node, selector: Selector): Range | null;
}
