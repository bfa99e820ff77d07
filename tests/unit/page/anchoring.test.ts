import { afterEach, expect, it } from 'vitest';
import { anchorAnnotations } from '@/entrypoints/page/anchoring';
import { createPageReader } from '@/entrypoints/page/reader';
import { describeOnPage } from '@/lib/anchoring/describe';
import type { Kind } from '@/lib/annotations/annotation';
import { drain } from '@/lib/steps';

let life = new AbortController();
afterEach(() => life.abort());

const read = (text: string) => {
  document.body.innerHTML = `<p>${text}</p><p>The pier was shut for a week after the storm, and so was the school.</p>`;
  life = new AbortController();
  return createPageReader(document, life.signal);
};

/** What becomes of an annotation of the words ⟦…⟧ of a text. */
function statusOf(kind: Kind, marked: string, now: string) {
  const { index } = read(marked.replace(/[⟦⟧]/g, '')).textOf('page');
  const segment = describeOnPage(index, marked.indexOf('⟦'), marked.indexOf('⟧') - 1);
  if (segment.scope !== 'page') throw new Error('Described in the article.');
  life.abort();
  const annotation = { id: 'one', kind, segments: [segment], mention: null, cue: null };
  return drain(anchorAnnotations([annotation], read(now), null))[0]?.status;
}

const SAID = 'Nobody slept that night in the harbour, said ⟦Dr Lena Osei⟧, who runs the clinic on the point.';

it('a speaker is not found where another name stands now', () => {
  expect(statusOf('speaker', SAID, SAID.replace('⟦Dr Lena Osei⟧', 'Dr Lena Asare'))).toBe('orphan');
});

it('a speaker whose title has gone is found, and is said to be changed', () => {
  expect(statusOf('speaker', SAID, SAID.replace('⟦Dr Lena Osei⟧', 'Lena Osei'))).toBe('changed');
});

it('in a quote another name is a changed word', () => {
  expect(statusOf('quote', SAID, SAID.replace('⟦Dr Lena Osei⟧', 'Dr Lena Asare'))).toBe('changed');
});
