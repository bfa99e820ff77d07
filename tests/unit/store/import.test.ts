import { describe, expect, it } from 'vitest';
import type { Annotation } from '@/lib/annotations/annotation';
import type { Incoming, IncomingRecord } from '@/lib/annotations/incoming';
import type { Speaker } from '@/lib/annotations/speaker';
import { type ImportOptions, interruptedImport, runImport } from '@/lib/store/import';
import { BATCH } from '@/lib/store/import-gate';
import { planImport } from '@/lib/store/import-plan';
import { readImports, undoImport } from '@/lib/store/import-undo';
import { purge } from '@/lib/store/purge';
import { annotateWith, at, captureOf, KEY, passage, speakerNamed, TEXT } from './samples';
import { base, StoreInTest } from './store-in-test';

const store = new StoreInTest();
const place = { path: 'x', line: 1 };
const running = { signal: new AbortController().signal, onProgress: () => undefined, breathe: async () => undefined };

const article = (changes: object = {}): IncomingRecord => ({
  type: 'article',
  place,
  article: { ...store.capture.article, ...changes },
  aliases: [],
  snapshots: [store.capture.snapshot],
});
const ofSpeaker = (speaker: Speaker): IncomingRecord => ({ type: 'speaker', place, speaker });
const ofAnnotation = (annotation: Annotation): IncomingRecord => ({ type: 'annotation', place, annotation });
const quote = (changes: Partial<Annotation> = {}, exact = 'We built it,') =>
  annotateWith(store.capture, exact, changes).annotation;

async function* from(records: readonly Incoming[]) {
  yield* records;
}

const plan = (...records: Incoming[]) => planImport(store.db, from(records), running);

async function run(records: readonly Incoming[], changes: Partial<ImportOptions> = {}) {
  return runImport(store.db, from(records), {
    ...running,
    fileName: 'file.json',
    fingerprint: 'print',
    choices: { conflicts: 'keep', duplicates: 'skip' },
    duplicates: new Map(),
    sanitise: (html) => html,
    now: () => at(9),
    ...changes,
  });
}

/** An import of which only the first batch is stored. */
async function interrupt(records: readonly Incoming[]) {
  const stop = new AbortController();
  const options = { signal: stop.signal, onProgress: () => stop.abort() };
  await expect(run(records, options)).rejects.toThrow(/abort/i);
}

const stored = (id: string) => store.db.annotations.get(id);

describe('a dry run', () => {
  it('says what is new, and stores nothing', async () => {
    const speaker = speakerNamed('Ada Brown');
    const tagged = quote({ attribution: { speakerId: speaker.id, describedAs: null, mention: null, cue: null } });
    const { counts, rejected, total } = await plan(article(), ofSpeaker(speaker), ofAnnotation(tagged));
    expect([counts.article.new, counts.speaker.new, counts.annotation.new]).toEqual([1, 1, 1]);
    expect([rejected, total]).toEqual([0, 3]);
    expect(Object.values(await store.everything()).flat()).toEqual([]);
  });

  it('tells what is newer, older, the same and in conflict by the time of the last change', async () => {
    const there = await store.tagged('We built it,', { updatedAt: at(5) });
    const verdictOf = async (changes: Partial<Annotation>) => {
      const { counts } = await plan(ofAnnotation({ ...there, ...changes }));
      return Object.entries(counts.annotation).find(([, count]) => count > 0)?.[0];
    };
    expect(await verdictOf({})).toBe('same');
    expect(await verdictOf({ note: 'later', updatedAt: at(6) })).toBe('changed');
    expect(await verdictOf({ note: 'earlier', updatedAt: at(4) })).toBe('older');
    expect(await verdictOf({ note: 'at the same time' })).toBe('conflict');
  });

  it('takes what was deleted here since for a conflict', async () => {
    const there = await store.tagged();
    await store.run({ ...base(5), type: 'deleteAnnotation', annotationId: there.id });
    expect((await plan(ofAnnotation(there))).counts.annotation.conflict).toBe(1);
  });

  it('finds the same passage under another id, and no other', async () => {
    const there = await store.tagged();
    const twin = quote();
    const mention = quote({ kind: 'speaker', quoteType: null });
    const found = await plan(...[twin, mention, quote({}, 'in two years.')].map(ofAnnotation));
    expect(found.duplicates).toEqual(new Map([[twin.id, there.id]]));
    expect(found.counts.annotation).toMatchObject({ duplicate: 1, new: 2 });
  });

  it.each([
    ['a passage whose words are not at its place', () => quote({ segments: [lie()] }), /words/],
    ['a passage in a wording that is missing', () => quote({ segments: [elsewhere()] }), /wording/],
    ['a claim without a review', () => quote({ kind: 'claim', quoteType: null, claim: null }), /review/],
    ['evidence that would run a script', () => withEvidence('javascript:alert(1)'), /evidence/],
    ['an article that is missing', () => quote({ articleKey: 'https://paper.example/none' }), /article/],
    [
      'a speaker who is missing',
      () => quote({ attribution: { ...quote().attribution, speakerId: speakerNamed('X').id } }),
      /speaker/,
    ],
  ])('rejects %s, and an import does not store it', async (_, make, words) => {
    const broken = make();
    const found = await plan(article(), ofAnnotation(broken));
    expect(found.rejections).toEqual([{ place, reason: 'broken-rule', detail: expect.stringMatching(words) }]);
    const { rejected } = await run([article(), ofAnnotation(broken)]);
    expect(rejected).toBe(1);
    expect(await store.db.annotations.count()).toBe(0);
    expect(await store.db.articles.count()).toBe(1);
  });

  const withEvidence = (url: string) => {
    const evidence = [{ id: store.capture.snapshot.hash.slice(0, 8), url, title: '', note: '', addedAt: at(3) }];
    const claim = { status: 'false', rating: null, summary: null, evidence } as const;
    return quote({ kind: 'claim', quoteType: null, claim: { ...claim, evidence } });
  };
  const lie = () => {
    const honest = passage(store.capture, 'We built it,');
    return { ...honest, quote: { ...honest.quote, exact: 'We burnt it,' } };
  };
  const elsewhere = () => ({ ...passage(store.capture, 'We built it,'), snapshot: 'f'.repeat(64) }) as never;

  it.each([
    ['is no address', { key: 'nowhere' }],
    ['would run a script', { key: 'javascript:alert(1)' }],
    ['has half a character in it', { url: 'https://paper.example/\ud83d' }],
  ])('rejects an article whose address %s, with what is in it', async (_, changes) => {
    const record = article(changes) as Extract<IncomingRecord, { type: 'article' }>;
    const snapshots = record.snapshots.map((snapshot) => ({ ...snapshot, articleKey: record.article.key }));
    const found = await plan({ ...record, snapshots }, ofAnnotation(quote({ articleKey: record.article.key })));
    expect(found.rejected).toBe(2);
  });

  it('rejects a wording that is not what its hash says', async () => {
    const record = article() as Extract<IncomingRecord, { type: 'article' }>;
    const snapshots = record.snapshots.map((snapshot) => ({ ...snapshot, text: `${snapshot.text}!` }));
    expect((await plan({ ...record, snapshots })).rejections[0]?.detail).toMatch(/damaged/);
  });
});

describe('an import', () => {
  it('leaves as it is what a file carries only in part', async () => {
    const there = await store.tagged('We built it,', { updatedAt: at(5) });
    const poorer = { ...there, note: 'later', updatedAt: at(6) };
    const { counts } = await run([{ type: 'annotation', place, annotation: poorer, onlyIfNew: true }]);
    expect(counts.annotation).toMatchObject({ same: 1, changed: 0 });
    expect(await stored(there.id)).toEqual(there);
  });

  it('is undone whole though a file has a record in two versions', async () => {
    const added = quote();
    const before = await store.everything();
    const { id } = await run([
      article(),
      ofAnnotation(added),
      ofAnnotation({ ...added, note: 'later', updatedAt: at(6) }),
    ]);
    expect((await stored(added.id))?.note).toBe('later');
    await undoImport(store.db, id, running);
    expect({ ...(await store.everything()), imports: [] }).toEqual({ ...before, imports: [] });
  });

  it('writes what is newer and leaves what is not', async () => {
    const [a, b] = [await store.tagged(), await store.tagged('in two years.')];
    await run([
      ofAnnotation({ ...a, note: 'later', updatedAt: at(6) }),
      ofAnnotation({ ...b, note: 'earlier', updatedAt: at(2) }),
    ]);
    expect((await stored(a.id))?.note).toBe('later');
    expect((await stored(b.id))?.note).toBe('');
  });

  it('takes the side in a conflict that was chosen', async () => {
    const there = await store.tagged();
    const other = ofAnnotation({ ...there, note: 'theirs' });
    await run([other]);
    expect((await stored(there.id))?.note).toBe('');
    await run([other], { choices: { conflicts: 'take', duplicates: 'skip' } });
    expect((await stored(there.id))?.note).toBe('theirs');
  });

  it('brings a passage into a deleted article, or by a deleted speaker, only with these and when that was chosen', async () => {
    const speaker = speakerNamed('Ada Brown');
    const tagged = quote({ attribution: { speakerId: speaker.id, describedAs: null, mention: null, cue: null } });
    const deletion = { deletedAt: at(7), updatedAt: at(7) };
    await store.db.articles.add({ ...store.capture.article, ...deletion });
    await store.db.snapshots.add(store.capture.snapshot);
    await store.db.speakers.add({ ...speaker, ...deletion });
    const before = await store.everything();

    expect((await plan(ofAnnotation(tagged))).counts.annotation).toMatchObject({ conflict: 1, new: 0 });
    await run([ofAnnotation(tagged)]);
    expect(await stored(tagged.id)).toBeUndefined();
    const back = [article({ updatedAt: at(8) }), ofSpeaker({ ...speaker, updatedAt: at(8) })];
    const filling = Array.from({ length: BATCH }, () => ofSpeaker(speakerNamed('Eve Stone')));
    const found = await plan(...back, ...filling, ofAnnotation(tagged));
    expect(found.counts.annotation).toMatchObject({ conflict: 0, new: 1 });

    const { id } = await run([ofAnnotation(tagged)], { choices: { conflicts: 'take', duplicates: 'skip' } });
    expect(await stored(tagged.id)).toEqual(tagged);
    expect((await store.db.articles.get(KEY))?.deletedAt).toBeNull();
    expect((await store.db.speakers.get(speaker.id))?.deletedAt).toBeNull();
    await undoImport(store.db, id, running);
    expect({ ...(await store.everything()), imports: [] }).toEqual(before);
  });

  it('skips a passage that is tagged here already, and leads links to it to the one here', async () => {
    const there = await store.tagged();
    const twin = quote();
    const claim = quote(
      {
        kind: 'claim',
        quoteType: null,
        claim: { status: 'unchecked', rating: null, summary: null, evidence: [] },
        links: [{ rel: 'claim-in-quote', target: twin.id }],
      },
      'It cost',
    );
    const records = [ofAnnotation(twin), ofAnnotation(claim)];
    const { duplicates } = await plan(...records);
    await run(records, { duplicates });
    expect(await stored(twin.id)).toBeUndefined();
    expect((await stored(claim.id))?.links).toEqual([{ rel: 'claim-in-quote', target: there.id }]);
    await run(records, { duplicates, choices: { conflicts: 'keep', duplicates: 'add' } });
    expect(await stored(twin.id)).toEqual(twin);
  });

  it('cleans the HTML of a wording', async () => {
    await run([article()], { sanitise: () => '<p>clean</p>' });
    expect((await store.db.snapshots.toArray()).map(({ html }) => html)).toEqual(['<p>clean</p>']);
  });

  it('gives no address of an article to another one', async () => {
    await store.tagged();
    const other = await captureOf(TEXT, { key: 'https://paper.example/other' });
    const alias = {
      url: store.capture.article.key,
      articleKey: other.article.key,
      source: 'og',
      createdAt: at(3),
    } as const;
    await run([{ type: 'article', place, article: other.article, aliases: [alias], snapshots: [other.snapshot] }]);
    expect(await store.db.aliases.count()).toBe(0);
  });

  it('that was interrupted goes on with the same file, and is taken back as a whole', async () => {
    const many = Array.from({ length: BATCH + 50 }, () => ofAnnotation(quote()));
    const records = [article(), ...many];
    const before = await store.everything();
    const stop = new AbortController();
    const interrupted = run(records, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(interrupted).rejects.toThrow(/abort/i);
    expect(await store.db.annotations.count()).toBe(BATCH - 1);
    expect(await interruptedImport(store.db, 'print')).toMatchObject({ done: BATCH, finishedAt: null });

    const steps: number[] = [];
    const done = await run(records, { onProgress: (count) => steps.push(count) });
    expect(steps).toEqual([BATCH, records.length]);
    expect(await store.db.annotations.count()).toBe(many.length);
    expect(done).toMatchObject({ done: records.length, finishedAt: at(9) });
    expect(done.counts.annotation).toMatchObject({ same: BATCH - 1, new: 51 });
    expect(await interruptedImport(store.db, 'print')).toBeUndefined();
    expect(await readImports(store.db)).toEqual([done]);

    await undoImport(store.db, done.id, running);
    expect(await store.everything()).toEqual(before);
  });

  it('that was interrupted stores what the file is read as then, and is taken back to what was there before', async () => {
    const [first, second] = [quote(), quote({}, 'It cost')];
    const others = Array.from({ length: BATCH }, () => ofAnnotation(quote({}, 'in two years.')));
    await interrupt([article(), ofAnnotation(first), ...others]);

    const changed = { ...first, note: 'read otherwise', updatedAt: at(6) };
    const { id } = await run([article(), ofAnnotation(second), ofAnnotation(changed), ...others]);
    expect([await stored(first.id), await stored(second.id)]).toEqual([changed, second]);
    await undoImport(store.db, id, running);
    expect(Object.values(await store.everything()).flat()).toEqual([]);
  });

  it('that is unfinished keeps the wordings that have no passage yet, until it is forgotten', async () => {
    await interrupt([article(), ...Array.from({ length: BATCH }, () => ofSpeaker(speakerNamed('Ada Brown')))]);
    await purge(store.db, at(10));
    expect(await store.db.snapshots.count()).toBe(1);
    await purge(store.db, '2026-12-10T00:00:00.000Z');
    expect(await store.db.snapshots.count()).toBe(0);
  });

  it('that is unfinished keeps its articles, though a passage in one is erased', async () => {
    const { id } = await store.tagged();
    await store.run({ ...base(), type: 'deleteAnnotation', annotationId: id });
    await interrupt([article(), ...Array.from({ length: BATCH }, () => ofSpeaker(speakerNamed('Ada Brown')))]);
    await store.run({ ...base(), type: 'erase', keys: [id] });
    expect([await store.db.articles.count(), await store.db.snapshots.count()]).toEqual([1, 1]);
  });

  it('that fails stores nothing of the batch', async () => {
    const broken = {
      sanitise: () => {
        throw new Error('no');
      },
    };
    await expect(run([ofSpeaker(speakerNamed('Ada Brown')), article()], broken)).rejects.toThrow('no');
    expect(Object.values(await store.everything()).flat()).toEqual([]);
  });
});

describe('taking an import back', () => {
  it('brings back what it changed', async () => {
    const there = await store.tagged();
    const { id } = await run([ofAnnotation({ ...there, note: 'later', updatedAt: at(6) })]);
    await undoImport(store.db, id, running);
    expect(await stored(there.id)).toEqual(there);
  });

  it('leaves what was changed since by hand, with all that it needs', async () => {
    const speaker = speakerNamed('Ada Brown');
    const attribution = { speakerId: speaker.id, describedAs: null, mention: null, cue: null };
    const [touched, other] = [quote({ attribution }), quote({}, 'It cost')];
    const alias = {
      url: 'https://paper.example/amp',
      articleKey: touched.articleKey,
      source: 'amp',
      createdAt: at(3),
    } as const;
    const whole = { ...article(), aliases: [alias] } as IncomingRecord;
    const { id } = await run([whole, ofSpeaker(speaker), ofAnnotation(touched), ofAnnotation(other)]);
    await store.run({
      ...base(10),
      type: 'updateAnnotation',
      annotationId: touched.id,
      patch: { note: 'mine' },
      capture: null,
    });
    expect(await undoImport(store.db, id, running)).toBe(5);
    expect((await stored(touched.id))?.note).toBe('mine');
    expect(await stored(other.id)).toBeUndefined();
    const counts = [store.db.speakers, store.db.snapshots, store.db.articles, store.db.aliases].map((t) => t.count());
    expect(await Promise.all(counts)).toEqual([1, 1, 1, 1]);
  });

  it('that was itself interrupted is done when it is done again, or the file is imported anew', async () => {
    const records = [article(), ofAnnotation(quote()), ofSpeaker(speakerNamed('Ada Brown'))];
    const stopping = () => {
      const stop = new AbortController();
      return { signal: stop.signal, onProgress: () => stop.abort() };
    };
    const importing = run([...records, ...Array.from({ length: BATCH }, () => ofAnnotation(quote()))], {
      ...stopping(),
    });
    await expect(importing).rejects.toThrow(/abort/i);
    const [begun] = await readImports(store.db);
    if (!begun) throw new Error('No import was begun.');
    await expect(undoImport(store.db, begun.id, stopping())).rejects.toThrow(/abort/i);
    expect([await store.db.annotations.count(), await store.db.speakers.count()]).toEqual([0, 1]);
    await run(records);
    expect([await store.db.annotations.count(), await store.db.speakers.count()]).toEqual([1, 1]);
    await undoImport(store.db, begun.id, running);
    expect(Object.values(await store.everything()).flat()).toEqual([]);
  });

  it('finds the wording and the speaker of a passage that it brings back, though others were purged', async () => {
    const there = await store.tagged();
    const speaker = speakerNamed('Ada Brown');
    await store.run({ ...base(), type: 'createSpeaker', speaker, annotationId: there.id });
    const before = await stored(there.id);
    const edited = await captureOf(`${TEXT} Corrected.`);
    const later = { ...there, segments: [passage(edited, 'Corrected')], updatedAt: at(6) };
    const whole = { ...article(), snapshots: [edited.snapshot] } as IncomingRecord;
    const { id } = await run([whole, ofAnnotation(later)]);
    await store.run({ ...base(), type: 'deleteSpeaker', speakerId: speaker.id });
    await store.db.imports.update(id, { startedAt: '2026-12-05T00:00:00.000Z' });
    await purge(store.db, '2026-12-20T00:00:00.000Z');
    await undoImport(store.db, id, running);
    expect(await stored(there.id)).toEqual(before);
    expect(await store.db.snapshots.get([KEY, store.capture.snapshot.hash])).toBeDefined();
    expect(await store.db.speakers.get(speaker.id)).toBeDefined();
  });

  it.each(['speaker', 'wording'])('brings no passage back whose %s is gone by then', async (what) => {
    const [ada, eve] = [speakerNamed('Ada Brown'), speakerNamed('Eve Stone')];
    const saidBy = ({ id }: Speaker) => ({ speakerId: id, describedAs: null, mention: null, cue: null });
    const edited = await captureOf(`${TEXT} Corrected.`);
    const old = quote({ attribution: saidBy(ada) });
    const segments = [passage(edited, 'Corrected')];
    const later = { ...old, segments, attribution: saidBy(eve), updatedAt: at(6) };
    const first = await run([article(), ofSpeaker(ada), ofAnnotation(old)]);
    const whole = { ...article(), snapshots: [edited.snapshot] } as IncomingRecord;
    const second = await run([whole, ofSpeaker(eve), ofAnnotation(later)]);
    if (what === 'speaker') await undoImport(store.db, first.id, running);
    else await store.db.snapshots.delete([KEY, store.capture.snapshot.hash]);
    expect(await undoImport(store.db, second.id, running)).toBeGreaterThan(0);
    expect(await stored(old.id)).toEqual(later);
    expect(await store.db.speakers.get(eve.id)).toEqual(eve);
  });

  it('is forgotten after thirty days', async () => {
    await run([ofSpeaker(speakerNamed('Ada Brown'))]);
    await purge(store.db, '2026-12-08T00:00:00.000Z');
    expect(await store.db.imports.count()).toBe(1);
    await purge(store.db, '2026-12-10T00:00:00.000Z');
    expect([await store.db.imports.count(), await store.db.importChanges.count()]).toEqual([0, 0]);
    expect(await store.db.speakers.count()).toBe(1);
  });
});
