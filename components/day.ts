/** "Nov 24, 2026" in the reader's own language; a day without a time stays that day in every zone. Null when it is none. */
export function formatDay(published: string): string | null {
  const date = new Date(published);
  if (Number.isNaN(date.getTime())) return null;
  const isBareDay = /^\d{4}-\d{2}-\d{2}$/.test(published);
  return new Intl.DateTimeFormat(undefined, {
    dateStyle: 'medium',
    ...(isBareDay && { timeZone: 'UTC' }),
  }).format(date);
}
