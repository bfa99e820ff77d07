import type { OnRecordDatabase } from '@/lib/store/database';
import { type KnownSpeaker, readKnownSpeakers } from '@/lib/store/reads';

/** The speakers, read once: they are asked for at every selection, and with every key that is typed into a card. */
export interface RememberedSpeakers {
  known(): Promise<readonly KnownSpeaker[]>;
  /** To be called after every write. */
  forget(): void;
}

export function rememberSpeakers(db: OnRecordDatabase): RememberedSpeakers {
  let reading: Promise<readonly KnownSpeaker[]> | null = null;
  return {
    known() {
      if (reading) return reading;
      const fresh = readKnownSpeakers(db);
      reading = fresh;
      // What could not be read is tried again.
      fresh.catch(() => {
        if (reading === fresh) reading = null;
      });
      return fresh;
    },
    forget() {
      reading = null;
    },
  };
}
