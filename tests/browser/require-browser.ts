/** First step of `npm test`: without both browsers the tests can't prove anything, so it fails at once and says what to do. */
import { findBrowser, missingBrowserMessage } from './find-browser.ts';

for (const family of ['chromium', 'firefox'] as const) {
  try {
    if (findBrowser(family) === null) throw new Error(missingBrowserMessage(family));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
