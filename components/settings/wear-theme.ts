import { browser } from 'wxt/browser';
import { followSettings } from '@/lib/settings';

/** Gives a page of the extension the colours that the person has chosen, and follows their choice. */
export function wearTheme(document: Document): void {
  followSettings(browser.storage.local, ({ theme }) => {
    document.documentElement.dataset.theme = theme;
  });
}
