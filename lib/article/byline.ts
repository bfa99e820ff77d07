/** With these a byline begins, in the languages of `role-words.ts`. */
const INTRODUCTIONS = /^(?:(?:written |posted |story |reported )?by|von|par|por|di|a cura di|автор):?\s+/i;
/** Between two names; a comma is one where such a word ends the list, and else may stand before an office. */
const CONJUNCTIONS = /\s+(?:and|&|und|et|y|e|и)\s+|\s*[;|·•]\s*/i;
/** What of a name need not begin with a capital. */
const PARTICLES = new Set(
  'al bin da de del den der di dos du el ibn la las le les los ten ter van von zu zum'.split(' '),
);
const MOST_WORDS = 5;

/**
 * The names in a byline that is one string: "By Ada Brook and Cem Dal" is two people. Where it is in doubt that a part is a
 * name, as with offices and outlets ("Ada Brook, Harbour Post"), the byline stays one.
 * @returns at least one string
 */
export function namesInByline(byline: string): string[] {
  const whole = byline.replace(INTRODUCTIONS, '').trim();
  const parts = whole.split(CONJUNCTIONS);
  const last = parts.pop() ?? '';
  const names = [...parts.flatMap((part) => part.split(/\s*,\s*/)), last].filter((name) => name !== '');
  return names.length > 0 && names.every(isName) ? names : [whole || byline];
}

function isName(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length > 1 &&
    words.length <= MOST_WORDS &&
    words.every(
      (word) => PARTICLES.has(word) || (word.charAt(0) !== word.charAt(0).toLowerCase() && !/[\d,@/]/.test(word)),
    )
  );
}
