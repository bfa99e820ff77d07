import { i18n } from '#i18n';
import { type Shortcut, ShortcutList } from '@/components/settings/shortcut-list';
import { PinnedIcon } from './pinned-icon';
import { Practice, type PracticeProps } from './practice';

export interface WelcomePageProps extends PracticeProps {
  /** Whether the extension's icon stands in the toolbar. */
  isPinned(): Promise<boolean>;
  shortcuts(): Promise<Shortcut[]>;
  changeShortcuts(): void;
  openSettings(): void;
}

/** What a person sees first: where the icon is, how it feels to tag, and the keys. */
export function WelcomePage({ isPinned, shortcuts, changeShortcuts, openSettings, ...practice }: WelcomePageProps) {
  return (
    <main class="welcome">
      <header>
        <img src="/icon/icon.svg" alt="" width="52" height="52" />
        <h1>{i18n.t('welcome.title')}</h1>
        <p class="lead">{i18n.t('welcome.lead')}</p>
      </header>
      <section>
        <h2>{i18n.t('welcome.icon.title')}</h2>
        <PinnedIcon isPinned={isPinned} />
        <p>{i18n.t('welcome.icon.use')}</p>
      </section>
      <section>
        <h2>{i18n.t('welcome.practice.title')}</h2>
        <Practice {...practice} />
      </section>
      <section>
        <h2>{i18n.t('welcome.keys.title')}</h2>
        <p>{i18n.t('welcome.keys.everywhere')}</p>
        <ShortcutList read={shortcuts} change={changeShortcuts} />
      </section>
      <footer>
        <button type="button" class="button" onClick={openSettings}>
          {i18n.t('settings.title')}
        </button>
        <p>{i18n.t('welcome.again')}</p>
      </footer>
    </main>
  );
}
