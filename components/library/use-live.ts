import { useEffect, useState } from 'preact/hooks';
import type { OnRecordDatabase } from '@/lib/store/database';
import { useLibrary } from './library';

/**
 * What a query of the database gives, followed live; undefined before the first answer. With other `inputs` it is asked anew,
 * and what was known stays until the answer comes.
 */
export function useLive<T>(read: (db: OnRecordDatabase) => Promise<T>, inputs: readonly unknown[]): T | undefined {
  const library = useLibrary();
  const [value, setValue] = useState<T>();
  useEffect(() => library.follow(read, (next) => setValue(() => next)), [library, ...inputs]);
  return value;
}
