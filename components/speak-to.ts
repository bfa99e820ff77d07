import { i18n } from '#i18n';

/**
 * Gives a page of the extension the language of its words, for those who hear them and for hyphens and quotation marks,
 * and a title if it has more than the extension's name.
 */
export function speakTo(document: Document, title: string = i18n.t('extension.name')): void {
  document.documentElement.lang = i18n.t('lang');
  document.title = title;
}
