// @vitest-environment node
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { unknownKeys, unusedKeys } from './keys';
import { sourceOf, sourcesIn } from './syntax';

type Message = Awaited<ReturnType<typeof parseMessagesFile>>[number];

const FOLDER = resolve(import.meta.dirname, '../../../locales');

/** The messages of each language, by their keys; those that the browser itself defines are left out. */
const locales = new Map(
  await Promise.all(
    readdirSync(FOLDER).map(async (file) => {
      const messages = await parseMessagesFile(join(FOLDER, file));
      const own = messages.filter(({ key }) => !key[0]?.startsWith('@@'));
      return [file.replace(/\.yml$/, ''), new Map(own.map((message) => [message.key.join('.'), message]))] as const;
    }),
  ),
);
const english = locales.get('en') ?? new Map<string, Message>();
const others = [...locales].filter(([locale]) => locale !== 'en');

/** What a message may say: one text or, where it counts, one for each form. */
const textsOf = (message: Message): string[] =>
  message.type === 'plural' ? Object.values(message.plurals) : [message.message];

const placeholdersIn = (text: string): string[] => [...new Set(text.match(/\{\w+\}|\$\d/g))].sort();

/** The keys whose placeholders are not those of English, in any of their forms. */
function differingPlaceholders(messages: ReadonlyMap<string, Message>): string[] {
  return [...english].flatMap(([key, message]) => {
    const expected = placeholdersIn(textsOf(message).join());
    const given = messages.get(key);
    const differs = given && textsOf(given).some((text) => placeholdersIn(text).join() !== expected.join());
    return differs ? [key] : [];
  });
}

const sources = [
  ...['components', 'entrypoints'].flatMap((folder) => sourcesIn(folder, /\.tsx?$/)),
  sourceOf('wxt.config.ts'),
];

it('there are four languages', () => {
  expect([...locales.keys()].sort()).toEqual(['de', 'en', 'es', 'fr']);
  expect(english.size).toBeGreaterThan(150);
});

describe.each(others)('%s', (locale, messages) => {
  it('has the keys of English, no fewer and no more', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('has the placeholders of English in each message, and counts where English counts', () => {
    expect(differingPlaceholders(messages)).toEqual([]);
    for (const [key, { type }] of messages) expect([key, type]).toEqual([key, english.get(key)?.type]);
  });

  it('says which language it is', () => {
    expect(messages.get('lang')).toMatchObject({ message: locale });
  });

  it('is no copy of English', () => {
    const same = [...messages].filter(([key, one]) => textsOf(one).join() === textsOf(english.get(key) ?? one).join());
    expect(same.length).toBeLessThan(english.size / 15);
  });
});

it('a placeholder that is missing in one form of a message is found', () => {
  const broken = new Map(english);
  const part = english.get('anchoring.part');
  const count = english.get('status.count');
  if (part?.type !== 'simple' || count?.type !== 'plural') throw new Error('These messages are of other kinds now.');
  broken.set('anchoring.part', { ...part, message: 'Teil {numero} von {parts}' });
  broken.set('status.count', { ...count, plurals: { 1: 'eine Markierung', n: '$1 Markierungen' } });
  expect(differingPlaceholders(broken)).toEqual(['status.count', 'anchoring.part']);
});

it.each([...locales])('the texts of %s are neither empty nor split where they are joined', (_, messages) => {
  for (const [key, message] of messages) {
    for (const text of textsOf(message)) expect([key, text]).toEqual([key, expect.stringMatching(/^\S(?:.*\S)?$/)]);
    expect([key, textsOf(message).filter((text) => text.includes(' | '))]).toEqual([key, []]);
    // Browsers know no message of another name.
    expect(key).toMatch(/^[a-zA-Z]+(?:\.[a-zA-Z]+)*$/);
  }
});

describe('the keys', () => {
  it('are all used', () => {
    expect(unusedKeys([...english.keys()], sources)).toEqual([]);
  });

  it('that are asked for are all there', () => {
    expect(sources.flatMap((source) => unknownKeys([...english.keys()], source))).toEqual([]);
  });

  it('are found when they are unused, or are none', () => {
    const text = `i18n.t('kind.quote'); i18n.t(\`cue.\${x}\`); i18n.t(isNew ? 'a.b' : c); i18n.t('gone.away');`;
    const source = { name: 'planted.ts', text };
    const keys = ['kind.quote', 'kind.claim', 'cue.title', 'cue.deep.title', 'a.b'];
    expect(unusedKeys(keys, [source])).toEqual(['kind.claim', 'cue.deep.title']);
    expect(unknownKeys(keys, source)).toEqual(['gone.away']);
  });
});
