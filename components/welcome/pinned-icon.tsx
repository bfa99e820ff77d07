import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { CheckIcon } from '@/components/icons';

/** How to pin the icon to the toolbar or, once it is there, that it is. */
export function PinnedIcon({ isPinned }: { isPinned(): Promise<boolean> }) {
  const [pinned, setPinned] = useState<boolean | null>(null);
  useEffect(() => {
    // Where the browser does not tell, a person is told how to do it.
    const look = () => void isPinned().then(setPinned, () => setPinned(false));
    look();
    // Pinning takes the focus away from the page and gives it back.
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [isPinned]);
  return (
    <p class="pinned" role="status">
      {pinned === true && (
        <>
          <CheckIcon />
          {i18n.t('welcome.icon.pinned')}
        </>
      )}
      {pinned === false && i18n.t(import.meta.env.FIREFOX ? 'welcome.icon.pinFirefox' : 'welcome.icon.pinChromium')}
    </p>
  );
}
