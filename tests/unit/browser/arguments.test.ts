import { describe, expect, it } from 'vitest';
import { readArguments, UsageError } from '../../browser/arguments';

describe('the command line of npm start', () => {
  it('asks for a window on the sample when it is empty', () => {
    expect(readArguments([])).toEqual({ help: false, headless: false, yes: false, out: null, page: null });
  });

  it('takes a page, a folder and consent', () => {
    expect(readArguments(['--headless', '--out', 'd', '--page=p.html', '--yes'])).toEqual({
      help: false,
      headless: true,
      yes: true,
      out: 'd',
      page: 'p.html',
    });
  });

  it.each([
    [['--colour']],
    [['p.html']],
    [['--headless']],
    [['--out', 'd']],
    [['--headless', '--out']],
    [['--headless', '--out=']],
    [['--page=']],
  ])('refuses %j', (args) => {
    expect(() => readArguments(args)).toThrow(UsageError);
  });

  it('answers --help whatever else is missing', () => {
    expect(readArguments(['--help', '--headless']).help).toBe(true);
  });
});
