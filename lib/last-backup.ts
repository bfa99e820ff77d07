import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { Instant } from '@/lib/annotations/ids';

const KEY = 'lastBackup';

/** When everything was exported last as On Record JSON; null when it never was. */
export async function readLastBackup(): Promise<Instant | null> {
  const { [KEY]: at } = await browser.storage.local.get(KEY);
  return v.is(Instant, at) ? at : null;
}

export const noteBackup = (at: Instant): Promise<void> => browser.storage.local.set({ [KEY]: at });
