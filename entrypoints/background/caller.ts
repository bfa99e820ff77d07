import { OnRecordError } from '@/lib/annotations/failure';

/** Where a call comes from: the tab, and the address of the page in it. */
export interface Caller {
  tabId: number;
  url: string;
}

/**
 * A page may change its address as it likes, but not to one of another site.
 * @throws OnRecordError `invalid-message`
 */
export function checkOrigin(claimed: string, actual: string): void {
  if (!URL.canParse(claimed) || new URL(claimed).origin !== new URL(actual).origin) {
    throw new OnRecordError('invalid-message', 'The page has moved on. Click the On Record icon and tag again.');
  }
}
