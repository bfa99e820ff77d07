import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { OnRecordDatabase } from '@/lib/store/database';
import { useLibrary } from './library';

/** The view of exports and imports, loaded when it is shown for the first time: the formats are no part of the rest. */
export function ExchangeSlot({ db }: { db: OnRecordDatabase }) {
  const library = useLibrary();
  const [View, setView] = useState<FunctionComponent<{ db: OnRecordDatabase }> | null>(null);
  useEffect(() => {
    import('./exchange-view').then(({ ExchangeView }) => setView(() => ExchangeView), library.report);
  }, [library]);
  return View && <View db={db} />;
}
