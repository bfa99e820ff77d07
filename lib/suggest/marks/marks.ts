/** One quotation mark in its place: what it may do there, and the marks that it can pair with. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly family: Family;
  readonly role: 'open' | 'close' | 'either';
}

/** Marks that pair with each other. `low` opens with „ and closes with “ or ”. */
export type Family = 'straight' | 'curly' | 'low' | 'angle' | 'corner' | 'single';

const FAMILIES: Readonly<Record<string, Family>> = {
  '"': 'straight',
  '″': 'straight',
  '＂': 'straight',
  '“': 'curly',
  '”': 'curly',
  '‟': 'curly',
  '„': 'low',
  '«': 'angle',
  '»': 'angle',
  '「': 'corner',
  '」': 'corner',
  '『': 'corner',
  '』': 'corner',
};
const OPENERS = '“„‟「『';

const isSpace = (char: string): boolean => char === '' || char.trim() === '';
const BEFORE_OPEN = /[([{—–\-/‘'“¿¡:]/;
const AFTER_CLOSE = /[,.;:!?)\]}—–\-/’'”…]/;
const DIGIT = /\d/;

/** The double marks of one paragraph, in order. Two single marks in a row (''…'', ``…'') count as one double. */
export function doubleMarksIn(text: string, start: number, end: number): Mark[] {
  const marks: Mark[] = [];
  for (let i = start; i < end; i++) {
    const char = text.charAt(i);
    const isPair = (char === "'" || char === '`') && text.charAt(i + 1) === char && text.charAt(i + 2) !== char;
    const family = isPair ? 'straight' : FAMILIES[char];
    if (family === undefined) continue;
    const after = i + (isPair ? 2 : 1);
    const before = i > start ? text.charAt(i - 1) : '';
    const next = after < end ? text.charAt(after) : '';
    const role = family === 'straight' ? straightRole(before, next) : directedRole(char, before, next);
    const isInches = family === 'straight' && role === 'close' && DIGIT.test(before) && !hasOpen(marks);
    if (!isInches) marks.push({ start: i, end: after, family, role });
    i = after - 1;
  }
  return marks;
}

/** Whether the straight marks so far leave one open, so that a mark after a figure may close it. */
function hasOpen(marks: readonly Mark[]): boolean {
  const last = marks[marks.length - 1];
  return last !== undefined && last.family === 'straight' && last.role !== 'close';
}

function straightRole(before: string, next: string): Mark['role'] {
  const mayOpen = isSpace(before) || BEFORE_OPEN.test(before);
  const mayClose = isSpace(next) || AFTER_CLOSE.test(next);
  if (mayOpen && !mayClose) return 'open';
  if (!mayOpen && mayClose) return 'close';
  return 'either';
}

/** ”so” (Swedish), »so« (German) and „so“ use marks the other way round: what stands around them tells. */
function directedRole(char: string, before: string, next: string): Mark['role'] {
  const opensHere = (isSpace(before) || BEFORE_OPEN.test(before)) && !isSpace(next) && !AFTER_CLOSE.test(next);
  const closesHere = !isSpace(before) && (isSpace(next) || AFTER_CLOSE.test(next));
  if (char === '«' || char === '»') {
    if (opensHere) return 'open';
    if (closesHere) return 'close';
    return char === '«' ? 'open' : 'close';
  }
  if (char === '”') return opensHere ? 'either' : 'close';
  if (char === '“') return closesHere ? 'either' : 'open';
  return OPENERS.includes(char) ? 'open' : 'close';
}
