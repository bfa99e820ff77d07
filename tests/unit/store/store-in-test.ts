import { afterEach, beforeEach, expect } from 'vitest';
import type { Annotation } from '@/lib/annotations/annotation';
import type { Capture, Command } from '@/lib/annotations/command';
import { newId } from '@/lib/annotations/ids';
import { apply } from '@/lib/store/apply';
import { type OnRecordDatabase, openDatabase } from '@/lib/store/database';
import { annotateWith, at, captureOf } from './samples';

/** What every command has, as if given on that day of the month. */
export const base = (day = 4) => ({ id: newId(), at: at(day) });

export const refusal = (code: string, words: RegExp | string = '') =>
  expect.objectContaining({ name: 'OnRecordError', code, message: expect.stringMatching(words) });

/** An empty database and a captured article for each test. */
export class StoreInTest {
  db: OnRecordDatabase = openDatabase();
  capture: Capture = {} as Capture;

  constructor() {
    beforeEach(async () => {
      this.db = openDatabase();
      this.capture = await captureOf();
    });
    afterEach(() => this.db.delete());
  }

  readonly run = (command: Command) => apply(this.db, command, { believedAliases: () => [] });

  /** Every record; what the search index holds follows from them. */
  async everything(): Promise<Record<string, unknown[]>> {
    const records = this.db.tables.filter(({ name }) => !['documents', 'postings', 'dates'].includes(name));
    const tables = await Promise.all(records.map(async (table) => [table.name, await table.toArray()] as const));
    return Object.fromEntries(tables);
  }

  /** The command is refused with that code and words, and the database is as it was. */
  async expectRefused(command: Command, code: string, words: RegExp | string = ''): Promise<void> {
    const before = await this.everything();
    await expect(this.run(command)).rejects.toEqual(refusal(code, words));
    expect(await this.everything()).toEqual(before);
  }

  async tagged(exact = 'We built it,', changes: Partial<Annotation> = {}): Promise<Annotation> {
    const command = annotateWith(this.capture, exact, changes);
    await this.run(command);
    return command.annotation;
  }
}
