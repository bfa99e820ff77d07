/** Text with case and accents folded and white space collapsed. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Where no blanks part the words, every character counts as one. */
const WORD = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[[\p{L}\p{N}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]]+/gv;

/** The words of a text in their order, folded. Punctuation parts them. */
export const foldedWords = (text: string): string[] => fold(text).match(WORD) ?? [];
