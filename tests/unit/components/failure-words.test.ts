import { expect, it } from 'vitest';
import { failureWords } from '@/components/failure-words';
import { FAILURE_CODES } from '@/lib/annotations/failure';

it.each(FAILURE_CODES)('there is a sentence of its own for a failure by %s', (code) => {
  const sentence = failureWords({ code, message: 'the detail' });
  expect(sentence).toMatch(/^\p{Lu}.+\.$/u);
  const others = FAILURE_CODES.filter((other) => other !== code);
  expect(others.map((other) => failureWords({ code: other, message: 'the detail' }))).not.toContain(sentence);
});

it('names the detail where nobody could make sense of the failure without', () => {
  expect(failureWords({ code: 'storage-failed', message: 'strange' })).toContain('(strange)');
  expect(failureWords({ code: 'quota-exceeded', message: 'strange' })).not.toContain('strange');
});
