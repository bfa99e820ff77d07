/** Copies a table into one with more room. */
export function grown<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(table: T, into: T): T {
  into.set(table);
  return into;
}

const UNKNOWN = 255;

/** Makes a function that tells the class (0 to 254) of a UTF-16 unit: `classify` is asked once for each, and then never again. */
export function unitClasses(classify: (char: string) => number): (unit: number) => number {
  const known = new Uint8Array(0x10000).fill(UNKNOWN);
  return (unit) => {
    const cached = known[unit] ?? UNKNOWN;
    if (cached !== UNKNOWN) return cached;
    const found = classify(String.fromCharCode(unit));
    known[unit] = found;
    return found;
  };
}
