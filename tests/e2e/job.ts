import type { Page } from 'puppeteer-core';
import {
  annotationTexts,
  choose,
  nameSpeaker,
  pressButton,
  type Tag,
  tag,
  typeInto,
  waitForSelection,
  waitUntilSaved,
} from '../browser/popup-driver';
import { selectText } from '../browser/select';
import type { ScriptedTag } from '../browser/tour';
import { type OnRecordExport, passagesOf } from './schema';
import type { Visitor } from './visitor';

/** A passage to tag, with all that can be said of it by hand. */
export interface Entry extends ScriptedTag {
  status?: string;
  /** As they are typed, with commas between them. */
  tags?: string;
}

const BUTTON: Record<Entry['kind'], Tag> = { quote: 'Quote', claim: 'Claim', speaker: 'Speaker' };

/** A person at work on one page: selects, clicks the icon, tags. */
export class Job {
  readonly visitor: Visitor;

  constructor(visitor: Visitor) {
    this.visitor = visitor;
  }

  get page(): Page {
    return this.visitor.page;
  }

  get popup(): Page {
    return this.visitor.popup;
  }

  /** Tags one passage and fills in everything known of it, up to "Done". */
  async tag({ kind, segments, speaker, role, mention, cue, status, tags, note }: Entry): Promise<void> {
    const [first = '', ...more] = segments;
    const popup = await this.visitor.clickWith(first);
    await tag(popup, BUTTON[kind], first);
    if (speaker) await nameSpeaker(popup, speaker, role);
    for (const words of more) await this.#use(words, first, 'Add selection to this quote');
    if (mention) await this.#use(mention, first, 'Use selection as mention');
    if (cue) await this.#use(cue, first, 'Use selection as cue');
    if (status) await choose(popup, 'Claim status', status);
    if (tags) await typeInto(popup, 'textbox', 'Tags', tags);
    if (note) await typeInto(popup, 'textbox', 'Note', note);
    await pressButton(popup, 'Done');
    await waitUntilSaved(popup);
  }

  async #use(words: string, near: string, button: string): Promise<void> {
    await selectText(this.page, words, { near });
    await waitForSelection(this.popup, words);
    await pressButton(this.popup, button);
    await waitUntilSaved(this.popup);
  }

  /** The first segment of each entry in the order of the list's cards; '' for a card that shows none of them. */
  async listed(entries: readonly Entry[]): Promise<string[]> {
    const cards = await annotationTexts(this.popup);
    return cards.map((card) => {
      const shown = entries.filter(
        ({ kind, segments }) => card.startsWith(`${BUTTON[kind]}: `) && card.includes(wordsIn(segments[0] ?? '')),
      );
      return shown[0]?.segments[0] ?? '';
    });
  }
}

/** A card sets quotation marks of its own around the words. */
const wordsIn = (segment: string) => segment.replace(/\s+/g, ' ').trim();

/** What should be painted: the words of each kind, in the order of `text`. */
export function paintingOf(entries: readonly Entry[], text: string): Record<string, string[]> {
  const painting: Record<string, string[]> = {};
  for (const kind of ['quote', 'claim', 'speaker'] as const) {
    const words = entries.filter((entry) => entry.kind === kind).flatMap(({ segments }) => segments);
    painting[`on-record-${kind}`] = words.sort((a, b) => text.indexOf(a) - text.indexOf(b));
  }
  return painting;
}

/** What was tagged, read back out of an export in the form of the entries. */
export function entriesOf(exported: OnRecordExport): Entry[] {
  const speakers = new Map(exported.speakers.map((speaker) => [speaker.id, speaker]));
  return exported.annotations.map(({ kind, segments, attribution, claim, tags, note }) => {
    const speaker = speakers.get(attribution.speakerId ?? '');
    return {
      kind,
      segments: segments.map(({ quote }) => quote.exact),
      ...(speaker && { speaker: speaker.name }),
      ...(speaker?.role && { role: speaker.role }),
      ...(attribution.mention && { mention: attribution.mention.quote.exact }),
      ...(attribution.cue && { cue: attribution.cue.quote.exact }),
      ...(claim && { status: claim.status }),
      ...(tags.length > 0 && { tags: tags.join(', ') }),
      ...(note && { note }),
    };
  });
}

/** The entries as an export must hold them: a role belongs to the speaker, and a claim begins unchecked. */
export function expectedEntries(entries: readonly Entry[]): Entry[] {
  const roles = new Map(entries.flatMap(({ speaker, role }) => (speaker && role ? [[speaker, role]] : [])));
  return entries.map((entry) => {
    const role = roles.get(entry.speaker ?? '');
    return { ...entry, ...(role && { role }), ...(entry.kind === 'claim' && { status: entry.status ?? 'unchecked' }) };
  });
}

/** How many passages of scope "article" an export holds. */
export const countInArticle = (exported: OnRecordExport): number =>
  passagesOf(exported).filter(({ scope }) => scope === 'article').length;
