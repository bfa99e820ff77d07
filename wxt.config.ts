import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

/** No request of any kind may leave an extension page, and nothing but our own files may run in one. */
const STRICT_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What of Readability is never called: a reader of JSON-LD beside ours, and what `bounded-readability.ts` does instead. */
const UNUSED = ['_getJSONLD', '_cleanClasses', '_cleanStyles', '_hasChildBlockElement', '_simplifyNestedElements'];

/** Takes out of Readability what the page script has no use for, and words for a console. */
const slimReadability: Plugin = {
  name: 'slim-readability',
  transform: {
    filter: { id: /@mozilla\/readability\/Readability\.js$/ },
    handler(code) {
      const cuts: Node[] = [];
      const visit = (node: unknown): void => {
        if (typeof node !== 'object' || node === null) return;
        const cut = isNode(node) ? cutIn(node, code) : null;
        if (cut) cuts.push(cut);
        else for (const child of Object.values(node)) visit(child);
      };
      visit(this.parse(code));
      if (cuts.length <= UNUSED.length) this.error('There is nothing to take out of Readability any more.');
      let slim = '';
      let at = 0;
      for (const { start, end, type } of cuts) {
        slim += code.slice(at, start) + (REMAINS[type] ?? ';');
        at = end;
      }
      return { code: slim + code.slice(at), map: null };
    },
  },
};

/** What stands in the place of a body or a value that is taken out. */
const REMAINS: Readonly<Record<string, string>> = { BlockStatement: '{}', Literal: '0' };

/** As much as is asked here of a node of the syntax tree. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly key?: { readonly name?: string };
  readonly test?: Node;
  readonly value?: Node & { readonly body?: Node };
  readonly expression?: {
    readonly callee?: { readonly object?: { readonly type: string }; readonly property?: { readonly name: string } };
  };
}

const isNode = (value: object): value is Node => 'type' in value && 'start' in value;

/** `this.log(…);`, what is for developers or another parser, the body of what is not used, or a pattern that only that looks for. */
function cutIn(node: Node, code: string): Node | null {
  if (
    node.type === 'IfStatement' &&
    /^this\._(?:debug|docJSDOMParser)\b/.test(code.slice(node.test?.start, node.test?.end))
  ) {
    return node;
  }
  const callee = node.type === 'ExpressionStatement' ? node.expression?.callee : undefined;
  if (callee?.object?.type === 'ThisExpression' && callee.property?.name === 'log') return node;
  if (node.key?.name === 'jsonLdArticleTypes') return node.value ?? null;
  return UNUSED.includes(node.key?.name ?? '') ? (node.value?.body ?? null) : null;
}

/** Of older ones nothing is known. From Firefox 149 on, custom highlights are whole (text-shadow came last). */
const OLDEST_CHROMIUM = '128';
const OLDEST_FIREFOX = '149';

export default defineConfig({
  // Explicit imports show where every name comes from.
  imports: false,
  manifestVersion: 3,
  // Words come from locales/.
  modules: ['@wxt-dev/i18n/module'],
  // Inlining constants would write the list of public suffixes, one string of 74 kB, into the background three times.
  vite: ({ browser }) => ({
    plugins: [slimReadability],
    // What the package names first is written for browsers of long ago, and larger.
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    build: {
      target: browser === 'firefox' ? `firefox${OLDEST_FIREFOX}` : `chrome${OLDEST_CHROMIUM}`,
      rolldownOptions: { optimization: { inlineConst: false } },
    },
  }),
  hooks: {
    'build:manifestGenerated': (_, manifest) => {
      // WXT would take the title of the popup's page.
      manifest.action = { ...manifest.action, default_title: '__MSG_extension_action__' };
    },
  },
  manifest: ({ browser, mode }) => ({
    default_locale: 'en',
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // Each site is granted by a person, or none: asked for when they want to see what they tagged without a click.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // Nobody can answer the browser's question in a test.
    ...(mode === 'testing' && browser !== 'firefox' && { host_permissions: ['http://127.0.0.1/*'] }),
    // None of these is taken in Chromium or Firefox; both let a person change them.
    commands: {
      'tag-quote': { suggested_key: { default: 'Alt+Shift+Q' }, description: '__MSG_command_quote__' },
      'tag-claim': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_command_claim__' },
      'tag-speaker': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_command_speaker__' },
      'open-panel': { suggested_key: { default: 'Alt+Shift+O' }, description: '__MSG_command_panel__' },
    },
    // What a source-protecting reporter opens in a private window must not be stored.
    incognito: 'not_allowed',
    ...(mode === 'production' && { content_security_policy: { extension_pages: STRICT_CSP } }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'on-record@on-record.example',
              strict_min_version: `${OLDEST_FIREFOX}.0`,
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: OLDEST_CHROMIUM }),
  }),
});
