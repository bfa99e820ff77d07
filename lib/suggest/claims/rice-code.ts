/**
 * Rice codes (Rice & Plaunt 1971): each number as its quotient by 2^`low` in ones that a zero ends, then the `low` bits of
 * the rest, all in base64. For numbers that fall off geometrically that is within a few percent of what there is to know.
 */
export function encodeRice(numbers: readonly number[], low: number): string {
  const bits = numbers.map((number) => {
    if (!Number.isInteger(number) || number < 0) throw new RangeError(`${number} has no Rice code.`);
    const rest = number % 2 ** low;
    return `${'1'.repeat(number >> low)}0${low > 0 ? rest.toString(2).padStart(low, '0') : ''}`;
  });
  // Ones up to the full byte are no number, as no zero ends them.
  const bytes = bits.join('').match(/.{1,8}/g) ?? [];
  return btoa(String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte.padEnd(8, '1'), 2))));
}

export function decodeRice(code: string, low: number): number[] {
  const bytes = atob(code);
  const numbers: number[] = [];
  let at = 0;
  const next = (): number => (bytes.charCodeAt(at >> 3) >> (7 - (at++ & 7))) & 1;
  for (;;) {
    let number = 0;
    while (next() === 1) number++;
    if (at > 8 * bytes.length) return numbers;
    for (let i = 0; i < low; i++) number = 2 * number + next();
    numbers.push(number);
  }
}
