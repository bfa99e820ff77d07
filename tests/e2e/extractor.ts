import type { extract as Extract } from '../../lib/article/extract';
import { type LaunchedBrowser, launchChromium } from '../browser/launch';
import { type PageServer, servePages } from '../browser/serve';
import { bundleEngine } from './engine';

/** What the pages of an `Extractor` have once its script was evaluated in them. */
export interface ExtractionEngine {
  extract: typeof Extract;
}

/** A browser, pages to open in it, and the script that extracts their articles. */
export interface Extractor extends Pick<LaunchedBrowser, 'browser'> {
  readonly server: PageServer;
  readonly script: string;
  close(): Promise<void>;
}

export async function startExtractor(): Promise<Extractor> {
  const script = await bundleEngine(`export { extract } from '@/lib/article/extract';`);
  const server = await servePages();
  const { browser, close } = await launchChromium();
  return {
    browser,
    server,
    script,
    async close() {
      await close();
      await server.close();
    },
  };
}
