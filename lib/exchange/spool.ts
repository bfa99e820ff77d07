/** How much (UTF-16 units) is held in memory at most before it is put aside. */
const BUFFER = 1_000_000;

/**
 * Well-formed text that is put aside until its turn comes: in Blobs, which a browser keeps outside the page's heap, so that it may be
 * far larger than that.
 */
export class Spool {
  readonly #blobs: Blob[] = [];
  #buffer: string[] = [];
  #length = 0;

  add(text: string): void {
    this.#buffer.push(text);
    this.#length += text.length;
    if (this.#length >= BUFFER) this.#putAside();
  }

  /** All that was added, in its order. */
  async *chunks(): AsyncGenerator<string> {
    for (const blob of this.#blobs) yield await blob.text();
    yield* this.#buffer;
  }

  #putAside(): void {
    this.#blobs.push(new Blob(this.#buffer));
    this.#buffer = [];
    this.#length = 0;
  }
}
