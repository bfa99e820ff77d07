import * as v from 'valibot';

/** A single letter or digit; empty when the key is switched off. */
const Key = v.pipe(v.string(), v.regex(/^[\p{Ll}\p{N}]?$/u));

/** What a person has chosen for themselves, in `storage.local`. */
export const Settings = v.object({
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), 'system'),
  toolbar: v.fallback(v.object({ isOn: v.boolean(), keys: v.object({ quote: Key, claim: Key, speaker: Key }) }), {
    isOn: true,
    keys: { quote: 'q', claim: 'c', speaker: 's' },
  }),
  /** The name of whoever annotates, which goes into exports as creator; empty for none. */
  annotator: v.fallback(v.string(), ''),
});
export type Settings = v.InferOutput<typeof Settings>;

const KEY = 'settings';

/** What is needed of `browser.storage.local`. */
export interface SettingsStorage {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** The settings; what was never chosen, or can't be read, is as it comes. */
export async function readSettings(storage: SettingsStorage): Promise<Settings> {
  const { [KEY]: stored } = await storage.get(KEY);
  return v.parse(Settings, typeof stored === 'object' && stored !== null ? stored : {});
}

export async function writeSettings(storage: SettingsStorage, change: Partial<Settings>): Promise<void> {
  await storage.set({ [KEY]: { ...(await readSettings(storage)), ...change } });
}
