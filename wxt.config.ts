import { defineConfig } from 'wxt';

/** No request of any kind may leave an extension page, and nothing but our own files may run in one. */
const STRICT_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What the icon is called; WXT would take the title of the popup's page. */
const ICON_TITLE = 'On Record: tag who said what';

export default defineConfig({
  // Explicit imports show where every name comes from.
  imports: false,
  manifestVersion: 3,
  // Inlining constants would write the list of public suffixes, one string of 74 kB, into the background three times.
  vite: () => ({ build: { rolldownOptions: { optimization: { inlineConst: false } } } }),
  hooks: {
    'build:manifestGenerated': (_, manifest) => {
      manifest.action = { ...manifest.action, default_title: ICON_TITLE };
    },
  },
  manifest: ({ browser, mode }) => ({
    name: 'On Record',
    description:
      'Highlight who said what in the news: speakers, quotes and claims, kept on your own machine, exported as JSON.',
    permissions: ['activeTab', 'scripting', 'storage', 'unlimitedStorage'],
    // What a source-protecting reporter opens in a private window must not be stored.
    incognito: 'not_allowed',
    ...(mode === 'production' && { content_security_policy: { extension_pages: STRICT_CSP } }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'on-record@on-record.example',
              // From 149 on, custom highlights are whole (text-shadow came last).
              strict_min_version: '149.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
});
