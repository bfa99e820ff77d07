import { i18n } from '#i18n';
import type { RejectionReason } from '@/lib/annotations/incoming';
import type { ExportFormat } from '@/lib/exchange/formats';
import type { ImportError, ImportErrorCode } from '@/lib/exchange/import-error';

const KEYS = {
  'on-record': 'onRecord',
  csv: 'csv',
  markdown: 'markdown',
  'web-annotation': 'webAnnotation',
  'schema-org': 'schemaOrg',
  hypothesis: 'hypothesis',
  brat: 'brat',
  doccano: 'doccano',
} as const satisfies Record<ExportFormat, string>;

/** What a format is called. */
export const formatName = (format: ExportFormat): string => i18n.t(`exchange.name.${KEYS[format]}`);

/** What a format is good for. */
export const formatUse = (format: ExportFormat): string => i18n.t(`exchange.format.${KEYS[format]}`);

const REASONS = {
  'broken-json': 'exchange.reason.brokenJson',
  'cut-off': 'exchange.reason.cutOff',
  'too-deep': 'exchange.reason.tooDeep',
  'too-large': 'exchange.reason.tooLarge',
  'forbidden-key': 'exchange.reason.forbiddenKey',
  'wrong-shape': 'exchange.reason.wrongShape',
  twice: 'exchange.reason.twice',
  'wrong-address': 'exchange.reason.wrongAddress',
  'broken-rule': 'exchange.reason.brokenRule',
  'no-passage': 'exchange.reason.noPassage',
  'no-kind': 'exchange.reason.noKind',
  'unknown-text': 'exchange.reason.unknownText',
  'not-read': 'exchange.reason.notRead',
} as const satisfies Record<RejectionReason, string>;

export const reasonWords = (reason: RejectionReason): string => i18n.t(REASONS[reason]);

const ERRORS = {
  'unknown-format': 'exchange.refused.unknownFormat',
  'newer-version': 'exchange.refused.newerVersion',
  'not-utf8': 'exchange.refused.notUnicode',
  'not-json': 'exchange.refused.notJson',
  'too-large': 'exchange.refused.tooLarge',
  'broken-zip': 'exchange.refused.brokenZip',
} as const satisfies Record<ImportErrorCode, string>;

/** Why nothing of a file is read, and on which line where that is known. */
export function refusalWords({ code, line }: ImportError): string {
  const words = i18n.t(ERRORS[code]);
  return line === null ? words : `${words} ${i18n.t('exchange.line', { line: String(line) })}`;
}

/** A number as the language writes it. */
export const number = (count: number): string => count.toLocaleString(i18n.t('lang'));
