import { describe, expect, it } from 'vitest';
import { namesInByline } from '@/lib/article/byline';

describe('the names in a byline', () => {
  it.each<[byline: string, names: string[]]>([
    ['Ada Brook', ['Ada Brook']],
    ['By Ada Brook', ['Ada Brook']],
    ['By Ada Brook and Cem Dal', ['Ada Brook', 'Cem Dal']],
    ['By Ada Brook, Cem Dal & Eva de la Fuente', ['Ada Brook', 'Cem Dal', 'Eva de la Fuente']],
    ['Von Ada Brook und Cem van den Berg', ['Ada Brook', 'Cem van den Berg']],
    ['Par Ada Brook et Élodie Dal', ['Ada Brook', 'Élodie Dal']],
    ['Por Ada Brook y Cem Dal', ['Ada Brook', 'Cem Dal']],
    ['Автор: Ада Брук и Джем Дал', ['Ада Брук', 'Джем Дал']],
    ['Ada Brook | Cem Dal', ['Ada Brook', 'Cem Dal']],
  ])('%s', (byline, names) => {
    expect(namesInByline(byline)).toEqual(names);
  });

  it.each([
    ['an office', 'Ada Brook, Harbour Correspondent'],
    ['an office of each', 'Ada Brook, editor and Cem Dal, reporter'],
    ['the name of a desk', 'Health and Science Desk'],
    ['an outlet', 'Harbour Post staff and agencies'],
    ['a date', 'Ada Brook and Cem Dal 24 November'],
    ['nothing but the word for it', 'By '],
    ['another script', '记者 王'],
  ])('are not parted where there is %s', (_what, byline) => {
    expect(namesInByline(byline)).toEqual([byline]);
  });
});
