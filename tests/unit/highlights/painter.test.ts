import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPainter, type PaintedPassage } from '@/lib/highlights/painter';

class FakeHighlight extends Set<Range> {
  priority = 0;
}

/** A window whose document has this text, with a registry of highlights. */
function windowWith(text: string) {
  document.body.textContent = text;
  const registry = new Map<string, FakeHighlight>();
  const own = { CSS: { highlights: registry }, Highlight: FakeHighlight, matchMedia: () => ({ matches: true }) };
  const properties = Object.entries(own).map(([name, value]) => [name, { value }]);
  return { registry, window: Object.create(window, Object.fromEntries(properties)) as Window & typeof globalThis };
}

function passage(id: string, start: number, end: number, other: Partial<PaintedPassage> = {}): PaintedPassage {
  const range = document.createRange();
  range.setStart(document.body.firstChild as Text, start);
  range.setEnd(document.body.firstChild as Text, end);
  return { id, kind: 'quote', state: 'sure', ranges: [range], ...other };
}

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
  vi.useFakeTimers();
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const shown = (registry: Map<string, FakeHighlight>) =>
  Object.fromEntries([...registry].map(([name, ranges]) => [name, [...ranges].map(String)]));

describe('the painter', () => {
  it('draws what is only suggested by itself', () => {
    const { window, registry } = windowWith('Ada said it would rain.');
    createPainter(window, life.signal).paint([passage('1', 9, 22, { kind: 'suggestion' })]);
    expect(shown(registry)).toEqual({ 'on-record-suggestion': ['it would rain'] });
  });

  it('puts every passage among those of its kind, and one in doubt among the changed as well', () => {
    const { window, registry } = windowWith('Ada said it would rain.');
    createPainter(window, life.signal).paint([
      passage('1', 0, 3, { kind: 'speaker' }),
      passage('2', 9, 22, { state: 'doubt' }),
      passage('3', 4, 8),
    ]);
    expect(shown(registry)).toEqual({
      'on-record-quote': ['it would rain', 'said'],
      'on-record-speaker': ['Ada'],
      'on-record-changed': ['it would rain'],
    });
    const priority = (name: string) => registry.get(`on-record-${name}`)?.priority ?? -1;
    expect(priority('changed')).toBeGreaterThan(Math.max(priority('quote'), priority('speaker')));
  });

  it('touches nothing when it is given the same again, as new ranges with the same ends', () => {
    const { window, registry } = windowWith('Ada said it would rain.');
    const painter = createPainter(window, life.signal);
    painter.paint([passage('1', 0, 3), passage('2', 9, 22), passage('3', 9, 22)]);
    const before = [...(registry.get('on-record-quote') ?? [])];
    expect(before).toHaveLength(3);
    const touch = [vi.spyOn(FakeHighlight.prototype, 'add'), vi.spyOn(FakeHighlight.prototype, 'delete')];
    const register = vi.spyOn(registry, 'set');
    painter.paint([passage('1', 0, 3), passage('2', 9, 22), passage('3', 9, 22)]);
    for (const spy of [...touch, register]) expect(spy).not.toHaveBeenCalled();
    expect([...(registry.get('on-record-quote') ?? [])]).toEqual(before);
  });

  it('adds and takes away only what differs, and forgets a kind that has nothing left', () => {
    const { window, registry } = windowWith('Ada said it would rain.');
    const painter = createPainter(window, life.signal);
    painter.paint([passage('1', 0, 3), passage('2', 9, 22), passage('4', 4, 8, { kind: 'claim' })]);
    const highlight = registry.get('on-record-quote');
    const [first] = highlight ?? [];
    painter.paint([passage('1', 0, 3), passage('3', 9, 11)]);
    expect(registry.get('on-record-quote')).toBe(highlight);
    expect([...(highlight ?? [])][0]).toBe(first);
    expect(shown(registry)).toEqual({ 'on-record-quote': ['Ada', 'it'] });
  });

  it('follows a text that has changed below its ranges', () => {
    const { window, registry } = windowWith('Ada said it would rain.');
    const painter = createPainter(window, life.signal);
    painter.paint([passage('1', 9, 22)]);
    (document.body.firstChild as Text).insertData(0, 'Once ');
    painter.paint([passage('1', 9, 22)]);
    expect(shown(registry)).toEqual({ 'on-record-quote': ['said it would'] });
  });

  it('marks what is shown for a moment, and leaves nothing when it is stopped', () => {
    const { window, registry } = windowWith('Ada said it would rain.');
    const painter = createPainter(window, life.signal);
    const said = passage('1', 9, 22);
    painter.paint([said]);
    painter.show(said.ranges);
    expect(shown(registry)).toMatchObject({ 'on-record-focus': ['it would rain'] });
    vi.advanceTimersByTime(5_000);
    expect(shown(registry)).toEqual({ 'on-record-quote': ['it would rain'] });
    painter.show(said.ranges);
    life.abort();
    expect(registry.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
