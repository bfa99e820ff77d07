import { expect, it } from 'vitest';
import { factsOf } from '@/lib/article/block-facts';
import { walkBlocks } from '@/lib/article/block-walk';
import { pageOf } from './pages';

const around = (body: string) =>
  factsOf(walkBlocks(pageOf(body).body, { resolve: (node) => node })).map((block) => block.around);

it('tells of a block what the elements around it are called, nearest first', () => {
  expect(around('<div class="storyPart" id="a1"><figcaption role="note">At four</figcaption></div>')).toEqual([
    ' <figcaption note <div story part a1 <body <html ',
  ]);
});

it('tells no more of it than can be looked through quickly, however long a page makes its names', () => {
  const names = Array.from(
    { length: 100 },
    (_, i) => `<div class="${`name-${i} `.repeat(40)}" id="${'x'.repeat(300)}">`,
  );
  const [told = ''] = around(`${names.join('')}At four`);
  expect(told).toContain('name 99');
  expect(told.length).toBeLessThan(2_500);
});
