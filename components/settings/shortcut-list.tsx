import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';

/** A shortcut as the browser has it; `shortcut` is empty when it is taken by something else or was taken away. */
export interface Shortcut {
  description: string;
  shortcut: string;
}

/** The shortcuts that the browser keeps, with those that it could not give us. */
export function ShortcutList({ read, change }: { read(): Promise<Shortcut[]>; change(): void }) {
  const [list, setList] = useState<Shortcut[]>([]);
  useEffect(() => {
    const refresh = () => void read().then(setList);
    refresh();
    // The person comes back from the browser's page for them.
    window.addEventListener('focus', refresh);
    return () => window.removeEventListener('focus', refresh);
  }, [read]);
  return (
    <>
      <dl class="shortcuts">
        {list.map(({ description, shortcut }) => (
          <div key={description}>
            <dt>{description}</dt>
            <dd>{shortcut ? <kbd>{shortcut}</kbd> : i18n.t('settings.shortcuts.none')}</dd>
          </div>
        ))}
      </dl>
      {list.some(({ shortcut }) => shortcut === '') && <p class="hint">{i18n.t('settings.shortcuts.hint')}</p>}
      <button type="button" class="button" onClick={change}>
        {i18n.t('settings.shortcuts.change')}
      </button>
    </>
  );
}
