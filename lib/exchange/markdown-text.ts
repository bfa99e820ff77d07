/** Characters that mean something in Markdown wherever they stand: in CommonMark, GitHub's and Obsidian's. */
const MARKS = /[\\`*_{}[\]<>#|~&$^=%]/g;
/** What begins a list, a heading's underline or a quotation at the start of a line. */
const LINE_START = /^([-+:]|\d{1,9}(?=[.)]))/;
/** What becomes a link by itself. */
const ADDRESS = /\b(https?|ftp|mailto|xmpp)(?=:)|\bwww(?=\.)/gi;
const CONTROLS = /\p{Cc}/gu;

/**
 * A page's words in one line of Markdown, where they mean nothing but themselves: no formatting, HTML, link or list comes
 * of them.
 */
export function markdownText(text: string): string {
  const line = text.toWellFormed().replace(/\s+/g, ' ').replace(CONTROLS, '').trim();
  const escaped = line.replace(MARKS, '\\$&').replace(ADDRESS, '$&\\');
  return escaped.replace(LINE_START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** A link; the words alone when it leads to no page. */
export function markdownLink(words: string, url: string): string {
  if (!URL.canParse(url) || !/^(?:https?|file):$/.test(new URL(url).protocol)) return markdownText(words);
  // Within angle brackets these alone could end an address.
  const address = url.toWellFormed().replace(/[<>\\\s]/g, (character) => encodeURIComponent(character));
  return `[${markdownText(words)}](<${address}>)`;
}
