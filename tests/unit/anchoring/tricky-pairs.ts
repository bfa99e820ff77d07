import { CHANGED_ATTRIBUTION } from './tricky-attribution';
import { GONE } from './tricky-gone';
import { OTHER_LANGUAGES, TYPOGRAPHY } from './tricky-languages';
import { LOOKALIKES } from './tricky-lookalikes';
import type { TrickyPair } from './tricky-pair';
import { OTHER_PLACES } from './tricky-places';
import { CHANGED_WORDS } from './tricky-words';

/** What happens to passages of the news, and what a careful person would say of each. All texts are ours. */
export const TRICKY_PAIRS: readonly (readonly [string, readonly TrickyPair[]])[] = [
  ['words of the passage are edited', CHANGED_WORDS],
  ['other words say whose it is', CHANGED_ATTRIBUTION],
  ['the page around it is another', OTHER_PLACES],
  ['it is gone, or one of many', GONE],
  ['a look-alike stands nearby', LOOKALIKES],
  ['in other languages', OTHER_LANGUAGES],
  ['only typography differs', TYPOGRAPHY],
];
