import type { Instant } from '@/lib/annotations/ids';
import type { Speaker } from '@/lib/annotations/speaker';
import { type ArticleExport, articleOf } from './article-export';
import { byName, GENERATOR } from './json';
import { JsonList } from './json-list';
import { Spool } from './spool';
import { annotationNodes, articleNode, speakerNode } from './web-annotation-nodes';
import { CONTEXT } from './web-annotation-terms';

/**
 * Articles as a W3C Web Annotation collection in JSON-LD, in pieces: https://www.w3.org/TR/annotation-model/. Who said a
 * quote, and in which quote a claim stands, is told by linking annotations. Positions are UTF-16 offsets into the text of
 * the wording that `cached` names, which is in the file. Left out are the HTML, paragraphs and asides of the wordings and
 * the hints by which On Record finds a passage again.
 * @param articles the export of each article, in the order of their keys
 */
export async function* writeWebAnnotations(
  articles: AsyncIterable<ArticleExport>,
  exportedAt: Instant,
): AsyncGenerator<string> {
  const id = `urn:on-record:export:${exportedAt}`;
  const speakers = new Map<string, Speaker>();
  const items = new Spool();
  const itemList = new JsonList(2);
  const articleList = new JsonList(1);
  let total = 0;

  yield openEnded({
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: 'On Record',
    created: exportedAt,
    generator: { type: 'Software', name: GENERATOR },
  });
  yield ',\n  "onrecord:article": ';
  for await (const part of articles) {
    const article = articleOf(part);
    yield articleList.item(articleNode(article));
    for (const speaker of part.speakers) speakers.set(speaker.id, speaker);
    for (const node of part.annotations.flatMap((annotation) => annotationNodes(annotation, article))) {
      items.add(itemList.item(node));
      total++;
    }
  }
  const speakerList = new JsonList(1);
  yield `${articleList.end()},\n  "onrecord:speaker": `;
  for (const speaker of [...speakers.values()].sort(byName)) yield speakerList.item(speakerNode(speaker));
  yield `${speakerList.end()},\n  "total": ${total},\n  "first": {\n    "id": "${id}#page",\n    "type": "AnnotationPage",\n`;
  yield '    "startIndex": 0,\n    "items": ';
  yield* items.chunks();
  yield `${itemList.end()}\n  }\n}\n`;
}

/** An object of which the end is still to come. */
const openEnded = (start: object) => JSON.stringify(start, null, 2).slice(0, -'\n}'.length);
