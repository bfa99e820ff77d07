import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { grantedSites } from '@/lib/trusted-sites';

/**
 * The patterns of the sites that are trusted, now and after every change, be it made in the browser's own settings; null
 * until they are known.
 * @param fail told when they can't be read
 */
export function useGrantedSites(fail: (error: unknown) => void): readonly string[] | null {
  const [granted, setGranted] = useState<readonly string[] | null>(null);
  useEffect(() => {
    const { onAdded, onRemoved } = browser.permissions;
    const refresh = () => void grantedSites().then(setGranted, fail);
    refresh();
    onAdded.addListener(refresh);
    onRemoved.addListener(refresh);
    return () => {
      onAdded.removeListener(refresh);
      onRemoved.removeListener(refresh);
    };
  }, [fail]);
  return granted;
}
