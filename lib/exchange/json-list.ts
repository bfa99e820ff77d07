/** Writes the items of a JSON array one at a time, as `JSON.stringify(…, null, 2)` would write them all at once. */
export class JsonList {
  #isEmpty = true;
  readonly #indent: string;

  /** @param depth how many objects and arrays the array stands in */
  constructor(depth: number) {
    this.#indent = '  '.repeat(depth + 1);
  }

  /** The next item, with what parts it from the one before. */
  item(value: unknown): string {
    const start = this.#isEmpty ? '[\n' : ',\n';
    this.#isEmpty = false;
    // No string in JSON has a line end in it.
    return start + this.#indent + JSON.stringify(value, null, 2).replaceAll('\n', `\n${this.#indent}`);
  }

  end(): string {
    return this.#isEmpty ? '[]' : `\n${this.#indent.slice(2)}]`;
  }
}
