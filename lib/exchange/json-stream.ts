import type { Instant } from '@/lib/annotations/ids';
import type { Speaker } from '@/lib/annotations/speaker';
import type { OnRecordExport } from './format';
import { byName, GENERATOR } from './json';
import { JsonList } from './json-list';
import { Spool } from './spool';

export interface StreamOptions {
  exportedAt: Instant;
  /** Speakers to be in the file though no annotation names them: a backup has everybody. */
  otherSpeakers?: readonly Speaker[];
}

/**
 * The On Record JSON of any number of articles, in pieces, with one article in memory at a time. Of a single article it is
 * the same file as `stringifyExport` makes.
 * @param articles the export of each article, in the order of their keys
 */
export async function* streamExport(
  articles: AsyncIterable<OnRecordExport>,
  { exportedAt, otherSpeakers = [] }: StreamOptions,
): AsyncGenerator<string> {
  const speakers = new Map(otherSpeakers.map((speaker) => [speaker.id, speaker]));
  // They come last in the file, but are read with their article: at one moment, so that the two fit.
  const annotations = new Spool();
  const annotationList = new JsonList(1);
  const articleList = new JsonList(1);

  yield headOf(exportedAt);
  for await (const part of articles) {
    for (const article of part.articles) yield articleList.item(article);
    for (const annotation of part.annotations) annotations.add(annotationList.item(annotation));
    for (const speaker of part.speakers) {
      const known = speakers.get(speaker.id);
      if (!known || known.updatedAt < speaker.updatedAt) speakers.set(speaker.id, speaker);
    }
  }
  yield `${articleList.end()},\n  "speakers": `;

  const speakerList = new JsonList(1);
  for (const speaker of [...speakers.values()].sort(byName)) yield speakerList.item(speaker);
  yield `${speakerList.end()},\n  "annotations": `;

  yield* annotations.chunks();
  yield `${annotationList.end()}\n}\n`;
}

/** All that stands before the first article. */
function headOf(exportedAt: Instant): string {
  const head = JSON.stringify({ format: 'on-record', version: 1, exportedAt, generator: GENERATOR }, null, 2);
  return `${head.slice(0, -'\n}'.length)},\n  "articles": `;
}
