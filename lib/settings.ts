import * as v from 'valibot';

export const THEMES = ['system', 'light', 'dark'] as const;

/** A single letter or digit; empty when the key is switched off. */
const Key = v.pipe(v.string(), v.regex(/^[\p{Ll}\p{N}]?$/u));

/** What a person has chosen for themselves, in `storage.local`. */
export const Settings = v.object({
  theme: v.fallback(v.picklist(THEMES), 'system'),
  toolbar: v.fallback(v.object({ isOn: v.boolean(), keys: v.object({ quote: Key, claim: Key, speaker: Key }) }), {
    isOn: true,
    keys: { quote: 'q', claim: 'c', speaker: 's' },
  }),
  /** The name of whoever annotates, which goes into exports as creator; empty for none. */
  annotator: v.fallback(v.string(), ''),
  /** Whether reported speech, too, is suggested: where it begins and ends is less sure than of what stands between marks. */
  reportedSpeech: v.fallback(v.boolean(), false),
});
export type Settings = v.InferOutput<typeof Settings>;

const KEY = 'settings';

/** What is needed of `browser.storage.local`. */
export interface SettingsStorage {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

type ChangeListener = (changes: Record<string, unknown>) => void;
export interface FollowedStorage extends SettingsStorage {
  onChanged: { addListener(listener: ChangeListener): void; removeListener(listener: ChangeListener): void };
}

/** The settings; what was never chosen, or can't be read, is as it comes. */
export async function readSettings(storage: SettingsStorage): Promise<Settings> {
  const { [KEY]: stored } = await storage.get(KEY);
  return v.parse(Settings, typeof stored === 'object' && stored !== null ? stored : {});
}

/** Calls back with the settings, now and after every change, until the returned function is called. */
export function followSettings(storage: FollowedStorage, next: (settings: Settings) => void): () => void {
  const read = () => void readSettings(storage).then(next);
  const onChanged = (changes: Record<string, unknown>) => {
    if (KEY in changes) read();
  };
  storage.onChanged.addListener(onChanged);
  read();
  return () => storage.onChanged.removeListener(onChanged);
}

/** One change after the other: each keeps what the ones before have set. */
let last: Promise<unknown> = Promise.resolve();

/** Changes some of the settings; the others stay. */
export function writeSettings(storage: SettingsStorage, change: Partial<Settings>): Promise<void> {
  const written = last.then(async () => storage.set({ [KEY]: { ...(await readSettings(storage)), ...change } }));
  last = written.catch(() => undefined);
  return written;
}
