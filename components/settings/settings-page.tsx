import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { KINDS, type Kind } from '@/lib/annotations/annotation';
import { type Settings, THEMES } from '@/lib/settings';
import { type Shortcut, ShortcutList } from './shortcut-list';
import { TrustedSites } from './trusted-sites';

export interface SettingsPageProps {
  /** Follows the settings until the returned function is called. */
  follow(next: (settings: Settings) => void): () => void;
  change(change: Partial<Settings>): Promise<void>;
  shortcuts(): Promise<Shortcut[]>;
  /** Opens the browser's own page for shortcuts. */
  changeShortcuts(): void;
}

/** What a person can choose for themselves. Every change is kept at once. */
export function SettingsPage({ follow, change, shortcuts, changeShortcuts }: SettingsPageProps) {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => follow(setSettings), [follow]);
  if (!settings) return null;

  const set = (part: Partial<Settings>) => {
    change(part).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  const { toolbar } = settings;
  return (
    <main class="settings">
      <h1>{i18n.t('settings.title')}</h1>
      {failed && <p role="alert">{i18n.t('settings.failed')}</p>}
      <Section title={i18n.t('settings.theme.title')}>
        <div class="choices" role="radiogroup" aria-label={i18n.t('settings.theme.title')}>
          {THEMES.map((theme) => (
            <label key={theme} class="choice">
              <input type="radio" name="theme" checked={settings.theme === theme} onChange={() => set({ theme })} />
              {i18n.t(`settings.theme.${theme}`)}
            </label>
          ))}
        </div>
      </Section>
      <Section title={i18n.t('settings.toolbar.title')}>
        <label class="choice">
          <input
            type="checkbox"
            checked={toolbar.isOn}
            onChange={({ currentTarget }) => set({ toolbar: { ...toolbar, isOn: currentTarget.checked } })}
          />
          {i18n.t('settings.toolbar.isOn')}
        </label>
        <p class="hint" id="keys-hint">
          {i18n.t('settings.toolbar.keysHint')}
        </p>
        <div class="choices">
          {KINDS.map((kind) => (
            <KeyField
              key={kind}
              kind={kind}
              keys={toolbar.keys}
              change={(keys) => set({ toolbar: { ...toolbar, keys } })}
            />
          ))}
        </div>
      </Section>
      <Section title={i18n.t('settings.trust.title')}>
        <TrustedSites />
      </Section>
      <Section title={i18n.t('settings.suggestions.title')}>
        <label class="choice">
          <input
            type="checkbox"
            checked={settings.reportedSpeech}
            aria-describedby="reported-hint"
            onChange={({ currentTarget }) => set({ reportedSpeech: currentTarget.checked })}
          />
          {i18n.t('settings.suggestions.reported')}
        </label>
        <p class="hint" id="reported-hint">
          {i18n.t('settings.suggestions.reportedHint')}
        </p>
      </Section>
      <Section title={i18n.t('settings.annotator.title')}>
        <NameField name={settings.annotator} change={(annotator) => set({ annotator })} />
        <p class="hint" id="annotator-hint">
          {i18n.t('settings.annotator.hint')}
        </p>
      </Section>
      <Section title={i18n.t('settings.shortcuts.title')}>
        <ShortcutList read={shortcuts} change={changeShortcuts} />
      </Section>
      <p>
        <a href="/welcome.html">{i18n.t('settings.welcome')}</a>
      </p>
    </main>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Keeps what is typed as it is typed, but for the blanks around it. */
function NameField({ name, change }: { name: string; change(name: string): void }) {
  const [typed, type] = useState(name);
  return (
    <>
      <label for="annotator">{i18n.t('settings.annotator.name')}</label>
      <input
        id="annotator"
        type="text"
        autocomplete="name"
        aria-describedby="annotator-hint"
        value={typed}
        onInput={({ currentTarget }) => {
          type(currentTarget.value);
          change(currentTarget.value.trim());
        }}
      />
    </>
  );
}

type Keys = Settings['toolbar']['keys'];

/** The key of one kind: a letter or a figure, or none. One that another kind has is taken from it. */
function KeyField({ kind, keys, change }: { kind: Kind; keys: Keys; change(keys: Keys): void }) {
  const take = (typed: string) => {
    const key = [...typed.toLowerCase()].findLast((character) => /^[\p{Ll}4-9]$/u.test(character)) ?? '';
    const others = KINDS.filter((other) => other !== kind && key !== '' && keys[other] === key);
    change({ ...keys, ...Object.fromEntries(others.map((other) => [other, ''])), [kind]: key });
  };
  return (
    <label class="key-field">
      {i18n.t(`kind.${kind}`)}
      <input
        type="text"
        size={2}
        autocomplete="off"
        aria-describedby="keys-hint"
        value={keys[kind].toUpperCase()}
        onInput={({ currentTarget }) => {
          take(currentTarget.value);
          currentTarget.select();
        }}
      />
    </label>
  );
}
