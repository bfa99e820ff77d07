import { Annotation, CLAIM_STATUSES, KINDS, type Kind, newAnnotation, QUOTE_TYPES } from '@/lib/annotations/annotation';
import { sha256Hex } from '@/lib/annotations/hash';
import type { Instant } from '@/lib/annotations/ids';
import type { Incoming } from '@/lib/annotations/incoming';
import { isEqual } from '@/lib/annotations/merge';
import type { Segment } from '@/lib/annotations/passage';
import { newSpeaker, type Speaker } from '@/lib/annotations/speaker';
import { type BratEntity, readStandoff, type Standoff } from './brat-standoff';
import { CodePoints } from './code-points';
import { derivedId, speakerIdIn } from './derived-id';
import { OnlyOnce } from './import-once';
import { reject, shaped } from './import-piece';

/** A text with what was tagged in it, as the two files are named. */
export interface BratFiles {
  name: string;
  txt: string;
  ann: string;
}

export interface BratOptions {
  /** The article that has that text, by the SHA-256 of it; null when none is stored. */
  articleWith(hash: string): Promise<string | null>;
  /** The annotation of that id, if it is stored. */
  stored(id: string): Promise<Annotation | undefined>;
  at: Instant;
}

/** How much of the text goes with a passage, before and after it (UTF-16 units). */
const SURROUNDINGS = 32;

/**
 * Reads brat standoff of texts that are stored: brat has no addresses, so the text itself tells the article. An annotation
 * that On Record wrote is known by its id, and takes over what brat can say of it: its kind, passage, note, quote type,
 * status, mention and cue. Others are new, and the same each time they are read.
 */
export async function* readBrat(documents: Iterable<BratFiles>, options: BratOptions): AsyncGenerator<Incoming> {
  const once = new OnlyOnce();
  const speakers = new Set<string>();
  for (const document of documents) {
    for (const one of await recordsOf(document, options)) {
      if (one.type !== 'speaker') yield once.check(one);
      else if (!speakers.has(one.speaker.id)) yield one;
      if (one.type === 'speaker') speakers.add(one.speaker.id);
    }
  }
}

async function recordsOf({ name, txt, ann }: BratFiles, options: BratOptions): Promise<Incoming[]> {
  const hash = await sha256Hex(txt);
  const articleKey = await options.articleWith(hash);
  if (articleKey === null) return [reject({ path: `${name}.txt`, line: null }, 'unknown-text', txt.slice(0, 60))];
  const standoff = readStandoff(ann, `${name}.ann`);
  const reading = new Reading(txt, hash, articleKey, standoff, options);
  return [...standoff.rejected, ...(await reading.records())];
}

/** The reading of one document. */
class Reading {
  readonly #text: string;
  readonly #points: CodePoints;
  readonly #hash: string;
  readonly #articleKey: string;
  readonly #standoff: Standoff;
  readonly #options: BratOptions;

  constructor(text: string, hash: string, articleKey: string, standoff: Standoff, options: BratOptions) {
    this.#text = text;
    this.#points = new CodePoints(text);
    this.#hash = hash;
    this.#articleKey = articleKey;
    this.#standoff = standoff;
    this.#options = options;
  }

  async records(): Promise<Incoming[]> {
    const records: Incoming[] = [];
    for (const entity of this.#standoff.entities) {
      const { place, label } = entity;
      if (this.#isPartOfAnother(entity)) continue;
      const kind = KINDS.find((one) => one === label.toLowerCase());
      const segments = this.#segments(entity);
      if (!kind) records.push(reject(place, 'no-kind', label));
      else if (!segments)
        records.push(reject(place, 'broken-rule', 'Its words are not those of the text at its place.'));
      else records.push(...(await this.#annotation(entity, kind, segments)));
    }
    return records;
  }

  /** A cue, and a mention that was not tagged as a speaker itself, belong to what they are linked to. */
  #isPartOfAnother({ name, label }: BratEntity): boolean {
    if (label.toLowerCase() === 'cue') return true;
    return label.toLowerCase() === 'speaker' && !this.#note(name, 'OnRecord') && this.#relations('to', name).length > 0;
  }

  #note(of: string, type: string): string | undefined {
    return this.#standoff.notes.find((note) => note.of === of && note.type === type)?.text;
  }

  #relations(end: 'from' | 'to', name: string) {
    return this.#standoff.relations.filter((relation) => relation[end] === name);
  }

  /** The passage that is linked to one in that way. */
  #linked(name: string, label: string): Segment | null {
    const relation = this.#relations('from', name).find((one) => one.label === label);
    const entity = this.#standoff.entities.find((one) => one.name === relation?.to);
    return (entity && this.#segments(entity)?.[0]) ?? null;
  }

  async #annotation(entity: BratEntity, kind: Kind, segments: Segment[]): Promise<Incoming[]> {
    const { name, place } = entity;
    const own = this.#note(name, 'OnRecord');
    const id = own ?? (await derivedId('brat', `${this.#hash} ${entity.label} ${JSON.stringify(entity.spans)}`));
    const before = await this.#options.stored(id);
    const speaker = before ? null : await this.#speaker(name, kind);
    const start =
      before ?? newAnnotation({ id, articleKey: this.#articleKey, kind, segments, createdAt: this.#options.at });
    const said = this.#said(name, kind, start);
    const annotation: Annotation = {
      ...start,
      ...said,
      kind,
      segments: before ? this.#updated(before.segments, segments) : segments,
      attribution: {
        ...start.attribution,
        ...(speaker && { speakerId: speaker.id }),
        mention: this.#kept(start.attribution.mention, this.#linked(name, 'SaidBy')),
        cue: this.#kept(start.attribution.cue, this.#linked(name, 'CuedBy')),
      },
    };
    if (before && !isEqual(before, annotation)) annotation.updatedAt = this.#options.at;
    // Of the ids and notes in the file nothing is known so far.
    const checked = shaped(Annotation, annotation, place);
    if (!('output' in checked)) return [checked];
    const records: Incoming[] = [{ type: 'annotation', place, annotation: checked.output }];
    if (speaker) records.unshift({ type: 'speaker', place, speaker, onlyIfNew: true });
    return records;
  }

  /** What attributes and notes say. */
  #said(name: string, kind: Kind, before: Annotation): Pick<Annotation, 'quoteType' | 'claim' | 'note'> {
    const value = (label: string) =>
      this.#standoff.attributes.find((attribute) => attribute.of === name && attribute.label === label)?.value;
    const quoteType = QUOTE_TYPES.find((type) => type === value('QuoteType')) ?? null;
    const status = CLAIM_STATUSES.find((one) => one === value('ClaimStatus'));
    const claim = before.claim ?? { status: 'unchecked', rating: null, summary: null, evidence: [] };
    const note = this.#note(name, 'AnnotatorNotes') ?? '';
    return {
      quoteType: kind === 'quote' ? quoteType : null,
      claim: kind === 'claim' ? { ...claim, status: status ?? claim.status } : null,
      // brat has no line ends in notes.
      note: note === before.note.replace(/\s+/g, ' ').trim() ? before.note : note,
    };
  }

  /** Who is named by the note on what it is said by, or on itself. */
  async #speaker(name: string, kind: Kind): Promise<Speaker | null> {
    const mention =
      kind === 'speaker' ? name : this.#relations('from', name).find(({ label }) => label === 'SaidBy')?.to;
    const called = mention && this.#note(mention, 'SpeakerName')?.trim();
    if (!called) return null;
    const id = await speakerIdIn(this.#articleKey, called, this.#note(mention, 'SpeakerId')?.trim());
    return newSpeaker(id, called, this.#options.at);
  }

  /** The recorded passage when it is still where it was, with all that is known of it. */
  #kept(before: Segment | null, now: Segment | null): Segment | null {
    if (before && (before.scope === 'page' || before.snapshot !== this.#hash)) return before;
    return before && now && isAtOnePlace(before, now) ? before : now;
  }

  /** The segments of other wordings stay; those of this one are as brat has them. */
  #updated(before: readonly Segment[], now: readonly Segment[]): Segment[] {
    const here = before.filter((segment) => segment.scope === 'article' && segment.snapshot === this.#hash);
    if (joinedPlaces(here, this.#text) === joinedPlaces(now, this.#text)) return [...before];
    return [...now, ...before.filter((segment) => !here.includes(segment))];
  }

  /** The passages of an entity; null when they do not lie in the text or read otherwise there. */
  #segments({ spans, words }: BratEntity): Segment[] | null {
    const places = spans.map(([start, end]) => this.#points.toUtf16(start, end));
    if (places.some((place) => place === null)) return null;
    const found = places.filter((place) => place !== null);
    const read = found.map(([start, end]) => this.#text.slice(start, end)).join(' ');
    if (words !== '' && !isSameWords(read, words)) return null;
    return joined(found, this.#text).map(([start, end]) => this.#segment(start, end));
  }

  #segment(start: number, end: number): Segment {
    const text = this.#text;
    return {
      scope: 'article',
      snapshot: this.#hash,
      quote: {
        type: 'TextQuoteSelector',
        exact: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - SURROUNDINGS), start),
        suffix: text.slice(end, end + SURROUNDINGS),
      },
      position: { type: 'TextPositionSelector', start, end },
    };
  }
}

const isSameWords = (a: string, b: string) => a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();

const isAtOnePlace = (a: Segment, b: Segment) =>
  a.scope === 'article' && b.scope === 'article' && isEqual(a.position, b.position);

/** Spans between which there are only line ends are one: brat had to cut it there. */
function joined(spans: readonly [number, number][], text: string): [number, number][] {
  const whole: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = whole.at(-1);
    if (last && last[1] <= start && /^[\r\n]+$/.test(text.slice(last[1], start))) last[1] = end;
    else whole.push([start, end]);
  }
  return whole;
}

/** Where passages stand, whatever their order and however brat had to cut them: line ends at their ends do not count. */
function joinedPlaces(segments: readonly Segment[], text: string): string {
  const spans = segments
    .flatMap((segment): [number, number][] =>
      segment.scope === 'article' ? [[segment.position.start, segment.position.end]] : [],
    )
    .map(([start, end]): [number, number] => {
      const words = text.slice(start, end);
      const lead = words.length - words.replace(/^[\r\n]+/, '').length;
      return [start + lead, start + words.replace(/[\r\n]+$/, '').length];
    })
    .sort(([a], [b]) => a - b);
  return JSON.stringify(joined(spans, text));
}
