/** Lets the browser of the unit tests speak English, from the file that the extension speaks it from. */
import { resolve } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const messages = generateChromeMessages(
  await parseMessagesFile(resolve(import.meta.dirname, '../../../locales/en.yml')),
);

/** As browsers do: `$1` to `$9` are filled in, `$$` is a dollar sign, and what is not there is empty. */
fakeBrowser.i18n.getMessage = (key, substitutions = []) => {
  const values = [substitutions].flat().map(String);
  const message = messages[key]?.message ?? '';
  return message.replace(/\$(\$|[1-9])/g, (_, sign) => (sign === '$' ? '$' : (values[Number(sign) - 1] ?? '')));
};
