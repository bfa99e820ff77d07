import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { browser } from 'wxt/browser';
import { EXTENSION_DIR } from '../browser/launch';

/** The extension's own interface, inside its pages. */
declare const chrome: typeof browser;

/** What the extension says, by the names of the messages. */
export type Messages = Readonly<Record<string, string>>;

/** The messages of a language as they were built in. */
export function messagesIn(locale: string): Messages {
  const file = join(EXTENSION_DIR, '_locales', locale, 'messages.json');
  const built: Record<string, { message: string }> = JSON.parse(readFileSync(file, 'utf8'));
  return Object.fromEntries(Object.entries(built).map(([name, { message }]) => [name, message]));
}

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'ę',
  i: 'î',
  o: 'ø',
  u: 'ü',
  y: 'ý',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  A: 'Å',
  E: 'É',
  I: 'Î',
  O: 'Ø',
  U: 'Ü',
};

/** A text that fills more room than any language is likely to: vowels twice, with accents, within brackets. */
function lengthened(text: string): string {
  // What is filled in stays, and so does what parts the forms of a message that counts.
  const parts = text.split(/(\{\w+\}|\$\d| \| )/);
  const longer = parts.map((part, i) =>
    i % 2 === 1
      ? part
      : [...part].map((letter) => (ACCENTED[letter] ?? letter).repeat(/[aeiouy]/.test(letter) ? 2 : 1)).join(''),
  );
  return longer
    .join('')
    .split(' | ')
    .map((form) => `[${form}]`)
    .join(' | ');
}

/** A language that nobody speaks, made from English. */
export function pseudoLocale(): Messages {
  const entries = Object.entries(messagesIn('en'));
  return Object.fromEntries(entries.map(([name, text]) => [name, name === 'lang' ? text : lengthened(text)]));
}

/** Has a page of the extension speak a language from the next time on that it is loaded. */
export async function speak(page: Page, messages: Messages): Promise<void> {
  await page.evaluateOnNewDocument((known) => {
    chrome.i18n.getMessage = (name, substitutions) => {
      const values = [substitutions ?? []].flat();
      return (known[name] ?? '').replace(/\$(\d)/g, (_, n) => String(values[Number(n) - 1] ?? ''));
    };
  }, messages);
}
