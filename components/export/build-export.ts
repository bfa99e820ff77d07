import { sanitiseHtml } from '@/lib/article/sanitise';
import { exportFileName } from '@/lib/exchange/file-name';
import { stringifyExport, toExport } from '@/lib/exchange/json';
import type { BuildExport } from './exporter';

/**
 * The file of an export. Its HTML is sanitised once more: what is stored is not trusted.
 * @throws OnRecordError `damaged-export` when the records do not add up to a valid export
 */
export const buildExport: BuildExport = (input, at) => ({
  text: stringifyExport(toExport(input, at, sanitiseHtml)),
  name: exportFileName(input.article, at),
});
