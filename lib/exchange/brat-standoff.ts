import type { Place } from '@/lib/annotations/incoming';
import { type Rejected, reject } from './import-piece';

export interface BratEntity {
  /** T and a number. */
  name: string;
  label: string;
  /** In code points. */
  spans: [start: number, end: number][];
  words: string;
  place: Place;
}

/** The lines of an `.ann` file, by what they are; of other kinds (events, equivalences, normalisations) nothing is read. */
export interface Standoff {
  entities: BratEntity[];
  relations: { label: string; from: string; to: string }[];
  attributes: { label: string; of: string; value: string }[];
  notes: { type: string; of: string; text: string }[];
  rejected: Rejected[];
}

const ENTITY = /^(T\S+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t(.*))?$/;
const RELATION = /^R\S+\t(\S+) \S+?:(\S+) \S+?:(\S+)\s*$/;
const ATTRIBUTE = /^[AM]\S+\t(\S+) (\S+)(?: (.+))?$/;
const NOTE = /^#\S*\t(\S+) (\S+)(?:\t(.*))?$/;
const OTHER = /^[EN*]\S*\t/;

/**
 * Reads brat's standoff format. A line that is none of it is rejected with its number.
 * @see https://brat.nlplab.org/standoff.html
 */
export function readStandoff(ann: string, file: string): Standoff {
  const found: Standoff = { entities: [], relations: [], attributes: [], notes: [], rejected: [] };
  for (const [i, raw] of ann.split('\n').entries()) {
    const line = raw.replace(/\r$/, '');
    const place = { path: file, line: i + 1 };
    if (line.trim() === '' || OTHER.test(line)) continue;
    const entity = ENTITY.exec(line);
    const relation = RELATION.exec(line);
    const attribute = ATTRIBUTE.exec(line);
    const note = NOTE.exec(line);
    if (entity) {
      const [, name = '', label = '', places = '', words = ''] = entity;
      found.entities.push({ name, label, spans: spansOf(places), words, place });
    } else if (relation) {
      const [, label = '', from = '', to = ''] = relation;
      found.relations.push({ label, from, to });
    } else if (attribute) {
      const [, label = '', of = '', value = ''] = attribute;
      found.attributes.push({ label, of, value });
    } else if (note) {
      const [, type = '', of = '', text = ''] = note;
      found.notes.push({ type, of, text });
    } else found.rejected.push(reject(place, 'wrong-shape', line));
  }
  return found;
}

const spansOf = (places: string) =>
  places.split(';').map((place): [number, number] => {
    const [start = 0, end = 0] = place.split(' ').map(Number);
    return [start, end];
  });
