import { describe, expect, it } from 'vitest';
import { statementIn } from '@/lib/suggest/claims/statement';

const cut = (sentence: string) => {
  const { start, end } = statementIn(sentence);
  return sentence.slice(start, end);
};

describe('the statement in a sentence', () => {
  it.each([
    ['stands whole without an attribution', 'The canal opened in 2012.', 'The canal opened in 2012.'],
    [
      'ends before “, X said”',
      'The port lost 12,000 jobs in 1998, Castellan said on Tuesday.',
      'The port lost 12,000 jobs in 1998',
    ],
    [
      'ends before “, said X, the minister”',
      'The port lost 12,000 jobs in 1998, said Owen Castellan, the deputy mayor.',
      'The port lost 12,000 jobs in 1998',
    ],
    [
      'ends before “, according to X”',
      'Ship calls dropped by 37 percent, according to the harbour authority.',
      'Ship calls dropped by 37 percent',
    ],
    [
      'begins after “According to X,”',
      'According to the harbour authority, ship calls dropped by 37 percent.',
      'ship calls dropped by 37 percent.',
    ],
    [
      'begins after “X said on Wednesday that”',
      'Deputy Mayor Owen Castellan said on Wednesday that the port had employed 12,000 people.',
      'the port had employed 12,000 people.',
    ],
    [
      'begins after “X told reporters that”',
      'Castellan told reporters in Halverstad that the port had employed 12,000 people.',
      'the port had employed 12,000 people.',
    ],
    [
      'begins after “X said” without “that”',
      'Castellan said the port had employed 12,000 people.',
      'the port had employed 12,000 people.',
    ],
    [
      'stands without its quotation marks',
      '“We lost 12,000 jobs in 1998,” Lindgaard said.',
      'We lost 12,000 jobs in 1998',
    ],
    [
      'keeps the marks of a quotation inside',
      'Castellan said the port was “the heart of Halverstad.”',
      'the port was “the heart of Halverstad.”',
    ],
    [
      'begins after a colon that a sentence follows',
      'The port has shrunk for years: Only two of its nine cranes worked in 2018.',
      'Only two of its nine cranes worked in 2018.',
    ],
    [
      'keeps a relative clause that only looks like reported speech',
      'Castellan stressed his support of the 2011 law that closed nine ports.',
      'Castellan stressed his support of the 2011 law that closed nine ports.',
    ],
    [
      'keeps a clause with a subject and a verb of its own behind the comma',
      'The port closed, and nobody knows what the council said.',
      'The port closed, and nobody knows what the council said.',
    ],
  ])('%s', (_, sentence, statement) => {
    expect(cut(sentence)).toBe(statement);
  });
});
