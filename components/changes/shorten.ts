const ELLIPSIS = '…';

/** A cut can leave half of a character at either end. */
const withoutHalves = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');

/** The last words of a text, within `most` UTF-16 units, cut between words where there are several. */
export function lastWords(text: string, most: number): string {
  const folded = text.replace(/\s+/g, ' ');
  if (folded.length <= most) return folded;
  const cut = withoutHalves(folded.slice(-most));
  const space = cut.indexOf(' ');
  return ELLIPSIS + (space < 0 ? cut : cut.slice(space));
}

/** The first words of a text, likewise. */
export function firstWords(text: string, most: number): string {
  const folded = text.replace(/\s+/g, ' ');
  if (folded.length <= most) return folded;
  const cut = withoutHalves(folded.slice(0, most));
  const space = cut.lastIndexOf(' ');
  return (space < 0 ? cut : cut.slice(0, space + 1)) + ELLIPSIS;
}

/** A text without its middle when it is longer than both ends together. */
export function withoutMiddle(text: string, start: number, end: number): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  if (folded.length <= start + end) return folded;
  return `${firstWords(folded, start)} ${lastWords(folded, end).slice(ELLIPSIS.length).trimStart()}`;
}
