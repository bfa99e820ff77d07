/**
 * A hash of 53 bits over UTF-16 units, as 14 hex digits: it tells texts apart that nobody made to collide, and costs
 * little. Two rounds of multiplication in parallel, mixed at the end as MurmurHash3 does.
 * @see https://github.com/aappleby/smhasher/wiki/MurmurHash3
 */
export function textHash(text: string): string {
  let low = 0x9e3779b9;
  let high = 0x85ebca6b;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x85ebca77);
    high = Math.imul(high ^ unit, 0xc2b2ae3d);
  }
  low = mixed(low ^ (high >>> 15), high);
  high = mixed(high ^ (low >>> 13), low);
  const value = (high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0);
  return value.toString(16).padStart(14, '0');
}

function mixed(value: number, other: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return Math.imul(once ^ (once >>> 13) ^ other, 0xc2b2ae35);
}
