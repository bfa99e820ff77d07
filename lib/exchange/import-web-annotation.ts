import * as v from 'valibot';
import { Annotation } from '@/lib/annotations/annotation';
import { Alias, Article, Snapshot } from '@/lib/annotations/article';
import type { Incoming, Place } from '@/lib/annotations/incoming';
import { Speaker } from '@/lib/annotations/speaker';
import { OnlyOnce } from './import-once';
import { parsePiece, piecesOf, placeOf, type Rejected, reject, shaped } from './import-piece';
import { annotationRecord, articleRecord, speakerRecord, withLink } from './web-annotation-records';
import { ArticleNode, LinkingItem, SpeakerNode, TaggingItem } from './web-annotation-shapes';

const ARTICLES = 'onrecord:article';
const SPEAKERS = 'onrecord:speaker';
const ITEMS = 'first.items';

const ArticleRecord = v.object({ article: Article, aliases: v.array(Alias), snapshots: v.array(Snapshot) });

/**
 * Reads a Web Annotation collection that On Record wrote, as the JSON that it is: another program's, in which the same
 * graph is written in other ways, is rejected item by item.
 * @throws ImportError `not-json` and those of `readText`
 */
export async function* readWebAnnotations(file: Blob): AsyncGenerator<Incoming> {
  /** What an item says and the linking items after it add to. */
  let pending = null as Pending | null;
  const once = new OnlyOnce();
  for await (const piece of piecesOf(file, [ARTICLES, SPEAKERS, ITEMS])) {
    if (piece.index === null && piece.problem === null) continue;
    const place = placeOf(piece);
    const read = parsePiece(piece);
    const node: Rejected | Step = 'value' in read ? step(piece.path, read.value, place) : read;
    if (node.type === 'link') {
      if (pending?.iri === node.item.target) pending = { ...pending, draft: withLink(pending.draft, node.item) };
      else yield reject(place, 'wrong-shape', `It belongs to no annotation before it: ${node.item.id}`);
      continue;
    }
    if (pending) yield once.check(finished(pending));
    pending = node.type === 'tag' ? node : null;
    if (node.type !== 'tag') yield once.check(node);
  }
  if (pending) yield once.check(finished(pending));
}

interface Pending {
  type: 'tag';
  place: Place;
  iri: string;
  draft: ReturnType<typeof annotationRecord>;
}
type Step = Incoming | Pending | { type: 'link'; item: LinkingItem };

function step(path: string, value: unknown, place: Place): Step {
  if (path === ARTICLES) {
    const node = shaped(ArticleNode, value, place);
    if (!('output' in node)) return node;
    const record = shaped(ArticleRecord, articleRecord(node.output), place);
    return 'output' in record ? { type: 'article', place, ...record.output } : record;
  }
  if (path === SPEAKERS) {
    const node = shaped(SpeakerNode, value, place);
    if (!('output' in node)) return node;
    const record = shaped(Speaker, speakerRecord(node.output), place);
    return 'output' in record ? { type: 'speaker', place, speaker: record.output } : record;
  }
  if (v.is(v.object({ motivation: v.literal('linking') }), value)) {
    const item = shaped(LinkingItem, value, place);
    return 'output' in item ? { type: 'link', item: item.output } : item;
  }
  const item = shaped(TaggingItem, value, place);
  if (!('output' in item)) return item;
  return { type: 'tag', place, iri: item.output.id, draft: annotationRecord(item.output) };
}

function finished({ place, draft }: Pending): Incoming {
  const record = shaped(Annotation, draft, place);
  return 'output' in record ? { type: 'annotation', place, annotation: record.output } : record;
}
