import { expect, it } from 'vitest';
import { isOtherName } from '@/lib/anchoring/names';

it.each([
  ['another surname', 'Dr Lena Osei', 'Dr Lena Asare'],
  ['another first name', 'Ada Holm', 'Eva Holm'],
  ['a surname much like it', 'Per Lund', 'Per Lunde'],
  ['a single name for another', 'Holm', 'Lund'],
])('%s is another name', (_, recorded, current) => {
  expect(isOtherName(recorded, current)).toBe(true);
});

it.each([
  ['a title that came', 'Lena Osei', 'Dr Lena Osei'],
  ['a first name that went', 'Lena Osei', 'Osei'],
  ['other typography', 'Siobhan O’Neill-Berg', "Siobhan  O'Neill–Berg"],
  ['capitals', 'Ada Holm', 'ADA HOLM'],
  [
    'a longer description, which the reader is to compare',
    'a man who keeps the light on the point',
    'a man who kept the light on the point',
  ],
])('%s makes no other name', (_, recorded, current) => {
  expect(isOtherName(recorded, current)).toBe(false);
});
