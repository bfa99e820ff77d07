import { Zip, ZipDeflate } from 'fflate';

/** A file in pieces: those of one name follow upon one another. */
export interface FilePiece {
  name: string;
  text: string;
}

/** What is handed to the person in the end. */
export interface PackedFile {
  name: string;
  blob: Blob;
}

/**
 * One file as it is, several in a zip. What is done with is held in Blobs, outside the page's heap.
 * @param zipName the name of the zip, if there is to be one
 * @param type the media type of a single file
 * @returns null when there is no file at all
 */
export async function pack(
  pieces: AsyncIterable<FilePiece>,
  zipName: string,
  type: string,
): Promise<PackedFile | null> {
  let first: { name: string; parts: Blob[] } | null = null;
  let archive: Archive | null = null;
  for await (const { name, text } of pieces) {
    if (first && name !== first.name && !archive) {
      archive = new Archive();
      for (const part of first.parts) archive.add(first.name, new Uint8Array(await part.arrayBuffer()));
    }
    if (archive) archive.add(name, new TextEncoder().encode(text));
    else {
      first ??= { name, parts: [] };
      first.parts.push(new Blob([text]));
    }
  }
  if (archive) return { name: zipName, blob: archive.end() };
  return first && { name: first.name, blob: new Blob(first.parts, { type }) };
}

/** A zip that is written file by file. */
class Archive {
  readonly #parts: Blob[] = [];
  readonly #zip: Zip;
  #file: ZipDeflate | null = null;

  constructor() {
    this.#zip = new Zip((error, bytes) => {
      if (error) throw error;
      this.#parts.push(new Blob([bytes.slice()]));
    });
  }

  add(name: string, bytes: Uint8Array): void {
    if (this.#file?.filename !== name) {
      this.#file?.push(new Uint8Array(), true);
      this.#file = new ZipDeflate(name, { level: 6 });
      this.#zip.add(this.#file);
    }
    this.#file.push(bytes);
  }

  end(): Blob {
    this.#file?.push(new Uint8Array(), true);
    this.#zip.end();
    return new Blob(this.#parts, { type: 'application/zip' });
  }
}
