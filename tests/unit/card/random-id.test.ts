import * as v from 'valibot';
import { expect, it } from 'vitest';
import { randomId } from '@/entrypoints/card/random-id';
import { Id } from '@/lib/annotations/ids';

it('an id is a random UUID of version 4, another one each time', () => {
  const ids = Array.from({ length: 200 }, randomId);
  expect(new Set(ids).size).toBe(200);
  for (const id of ids) {
    expect(v.is(Id, id)).toBe(true);
    expect(id).toMatch(/^.{14}4.{4}[89ab]/);
  }
});
