import { type ArticleExport, articleOf } from './article-export';
import { CodePoints } from './code-points';
import { entitiesOf } from './entities';

/**
 * JSONL for doccano (sequence labelling with relations), one line for each wording. Offsets are code points, as in Python.
 * A passage in several parts becomes as many entities, joined by `Continues`: doccano has no others. Keys it does not know
 * become the document's metadata there.
 */
export async function* writeDoccano(articles: AsyncIterable<ArticleExport>): AsyncGenerator<string> {
  for await (const part of articles) {
    const article = articleOf(part);
    for (const snapshot of article.snapshots) {
      yield `${JSON.stringify({
        text: snapshot.text.toWellFormed(),
        ...labelled(part, snapshot),
        url: article.url,
        title: article.title,
        snapshot: snapshot.hash,
      })}\n`;
    }
  }
}

function labelled(part: ArticleExport, snapshot: Parameters<typeof entitiesOf>[1]) {
  const points = new CodePoints(snapshot.text);
  const found = entitiesOf(part, snapshot);
  let id = 0;
  const parts = new Map(
    found.entities.map((entity) => [
      entity,
      entity.spans.map(([from, to]) => {
        const [start_offset, end_offset] = points.toCodePoints(from, to);
        return { id: ++id, label: entity.label, start_offset, end_offset };
      }),
    ]),
  );
  const idOf = (entity: (typeof found.entities)[number]) => parts.get(entity)?.[0]?.id ?? 0;
  const joins = [...parts.values()].flatMap((spans) =>
    spans.slice(1).map((span, i) => ({ from_id: spans[i]?.id ?? 0, to_id: span.id, type: 'Continues' as string })),
  );
  const relations = found.relations.map(({ label, from, to }) => ({
    from_id: idOf(from),
    to_id: idOf(to),
    type: label as string,
  }));
  return {
    entities: [...parts.values()].flat(),
    relations: [...relations, ...joins].map((relation, i) => ({ id: i + 1, ...relation })),
  };
}
