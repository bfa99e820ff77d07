/** Between the day, the month and the year there may be "of", and the end of an ordinal. */
const LINKS = new Set(['de', 'del', 'di', 'of', 'th', 'st', 'nd', 'rd', 'er', '年', '月', '日']);
/** So begins what is said of the day on which an article was changed. */
const CHANGES = /updat|modif|edited|aktualis|mis à jour|actualiz|atualiz|aggiorn|обновл|更新/i;
const MOST_TEXT = 200;

/** The names of the months in a language, long and short, in lower case and without a full stop. */
function monthsIn(lang: string): Map<string, number> {
  const months = new Map<string, number>();
  for (const length of ['long', 'short'] as const) {
    // With the day, as they are written in a date: some languages have a form of the name for that.
    const format = new Intl.DateTimeFormat(lang, { day: 'numeric', month: length, timeZone: 'UTC' });
    for (let month = 1; month <= 12; month++) {
      const parts = format.formatToParts(Date.UTC(2026, month - 1, 1));
      const name = parts.find(({ type }) => type === 'month')?.value ?? '';
      if (!/\d/.test(name)) months.set(name.toLowerCase().replace('.', ''), month);
    }
  }
  return months;
}

/**
 * The first day that is written out for readers in one of these texts: with the name of its month in the page's language
 * or in English, or beginning with the year. A date all in numbers is none: 3/4 is March here and April there. What was
 * said to be changed on a day was not published on it.
 * @param lang BCP 47, as the page says it
 * @returns ISO 8601, a day without a time: `2026-11-24`
 */
export function readVisibleDate(texts: readonly string[], lang: string | null): string | null {
  if (texts.length === 0) return null;
  const months = new Map([...monthsIn('en'), ...monthsIn(supported(lang))]);
  for (const text of texts) {
    if (text.length > MOST_TEXT || CHANGES.test(text)) continue;
    const words = text.toLowerCase().match(/\d+|[^\s\d.,:;|()/·•-]+/g) ?? [];
    const told = words.filter((word) => !LINKS.has(word));
    for (let i = 0; i + 2 < told.length; i++) {
      const [a = '', b = '', c = ''] = told.slice(i, i + 3);
      const date =
        dateOf(c, months.get(b), a) ?? dateOf(c, months.get(a), b) ?? (a.length === 4 ? dateOf(a, Number(b), c) : null);
      if (date) return date;
    }
  }
  return null;
}

function supported(lang: string | null): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(lang ?? 'en')[0] ?? 'en';
  } catch {
    // The page's word for its language need not be one.
    return 'en';
  }
}

function dateOf(year: string, month: number | undefined, day: string): string | null {
  if (!month || !/^(?:19|20)\d\d$/.test(year) || !/^\d{1,2}$/.test(day)) return null;
  const date = new Date(Date.UTC(Number(year), month - 1, Number(day)));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day) ? date.toISOString().slice(0, 10) : null;
}
