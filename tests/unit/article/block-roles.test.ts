import { describe, expect, it } from 'vitest';
import { factsOf } from '@/lib/article/block-facts';
import { judgeBlocks } from '@/lib/article/block-judge';
import { RULES_ANYWHERE, RULES_IN_PLACE } from '@/lib/article/block-roles';
import { walkBlocks } from '@/lib/article/block-walk';
import { pageOf, paragraph } from './pages';

const TITLE = 'Bakers win the night market';

/** What is said of each block of a page, as `rule: its first words`. */
function judged(body: string): string[] {
  const page = pageOf(body);
  const facts = factsOf(walkBlocks(page.body, { resolve: (node) => node }));
  return judgeBlocks(facts, TITLE).map(({ rule }, i) => `${rule}: ${facts[i]?.text.slice(0, 24)}`);
}

/** A page with something above, amid and below its three paragraphs, inside the element that holds them. */
const page = ({ lead = '', middle = '', tail = '', above = '', below = '' }) =>
  `<div class="page"><div class="top">${above}</div><div class="story">${lead}${paragraph('First')}${paragraph('Second')}
     ${middle}${paragraph('Third')}${tail}</div><div class="bottom">${below}</div></div>`;

const link = (text: string) => `<a href="/other">${text}</a>`;

/** For each rule a fragment that it decides: where it stands, and the block that is judged. */
const FRAGMENTS: Record<string, { at: Parameters<typeof page>[0]; block: string }> = {
  title: { at: { middle: `<p>${TITLE}</p>` }, block: TITLE },
  'named-navigation': { at: { lead: '<nav><ul><li>Markets</li></ul></nav>' }, block: 'Markets' },
  'named-credit': { at: { middle: '<span class="photo-credit">Ode Brink, for us</span>' }, block: 'Ode Brink, for us' },
  'named-caption': { at: { middle: '<div class="imgCaption">The oven at four</div>' }, block: 'The oven at four' },
  'named-share': { at: { tail: '<ul class="share-bar"><li>Chirper</li></ul>' }, block: 'Chirper' },
  'named-newsletter': { at: { middle: '<div class="newsletter-box">One mail a week</div>' }, block: 'One mail a week' },
  'named-related': {
    at: { middle: '<aside><p>The mill that burnt down</p></aside>' },
    block: 'The mill that burnt down',
  },
  'named-comments': { at: { tail: '<div id="comments"><p>Great bread!</p></div>' }, block: 'Great bread!' },
  'named-byline': { at: { lead: '<div class="byline">Ode Brink</div>' }, block: 'Ode Brink' },
  'named-dateline': { at: { lead: '<div class="dateline">Lower Harbour</div>' }, block: 'Lower Harbour' },
  'named-time': { at: { middle: '<div class="pub-date">Four hours ago</div>' }, block: 'Four hours ago' },
  'named-tags': { at: { tail: '<div class="post-meta">Bread, night, trade</div>' }, block: 'Bread, night, trade' },
  'named-slide': { at: { middle: '<div class="gallery"><p>Next picture</p></div>' }, block: 'Next picture' },
  'other-article': {
    at: { below: '<article><p>The mill burnt down in May</p></article>' },
    block: 'The mill burnt down in Ma',
  },
  'begins-credit': { at: { middle: '<p>Foto: Ode Brink</p>' }, block: 'Foto: Ode Brink' },
  'ends-credit': {
    at: { middle: '<p>Bakers at the gate. (Image: Ode Brink)</p>' },
    block: 'Bakers at the gate. (Image',
  },
  reporting: { at: { tail: '<p>Additional reporting by Ode Brink.</p>' }, block: 'Additional reporting by O' },
  solicits: {
    at: { middle: `<p>We write of bread every day: ${link('subscribe to')} our letters.</p>` },
    block: 'We write of bread every d',
  },
  repeated: {
    at: { middle: '<blockquote>heard both sides of the question</blockquote>' },
    block: 'heard both sides of the q',
  },
  'after-comments': {
    at: { tail: '<h3>12 comments</h3><p>Great bread!</p>' },
    block: 'Great bread!',
  },
  h1: { at: { lead: '<h1>Bakers take the night market</h1>' }, block: 'Bakers take the night mar' },
  date: { at: { lead: '<p>7 May 2026, 10:30</p>' }, block: '7 May 2026, 10:30' },
  'begins-time': { at: { tail: '<p>Aktualisiert am 7. Mai</p>' }, block: 'Aktualisiert am 7. Mai' },
  'begins-byline': { at: { lead: '<p>Por Ode Brink</p>' }, block: 'Por Ode Brink' },
  'begins-copyright': { at: { tail: '<p>© The Night Paper</p>' }, block: '© The Night Paper' },
  'begins-share': { at: { middle: '<p>Partager</p>' }, block: 'Partager' },
  'begins-comments': { at: { middle: '<p>3 commentaires</p>' }, block: '3 commentaires' },
  'linked-related': { at: { middle: `<p>Read more: ${link('the mill')}</p>` }, block: 'Read more: the mill' },
  'heading-related': { at: { middle: '<h3>Читайте также</h3>' }, block: 'Читайте также' },
  'all-link': {
    at: { middle: `<p>${link('The mill burnt down in May, and nobody knows why')}</p>` },
    block: 'The mill burnt down in Ma',
  },
  'after-related': {
    at: { middle: `<h3>You may also like</h3><ul><li>May: ${link('the mill')}</li></ul>` },
    block: 'May: the mill',
  },
  'begins-newsletter': { at: { tail: '<p>Abonnez-vous à nos lettres</p>' }, block: 'Abonnez-vous à nos lettre' },
  summary: { at: { above: '<p class="standfirst">Three bakers, one night.</p>' }, block: 'Three bakers, one night.' },
  'lead-label': { at: { above: '<p>City desk</p>' }, block: 'City desk' },
  'tail-heading': { at: { tail: '<h3>Bread and more</h3>' }, block: 'Bread and more' },
  'tail-outside': { at: { below: '<p>Night Paper</p>' }, block: 'Night Paper' },
  about: { at: { tail: '<p><i>Ode Brink is a reporter for this paper.</i></p>' }, block: 'Ode Brink is a reporter f' },
};

describe('the block judge', () => {
  const names = [...RULES_ANYWHERE, ...RULES_IN_PLACE].map(({ name }) => name);

  it('has a fragment for every rule, and no two rules of a name', () => {
    expect(Object.keys(FRAGMENTS).sort()).toEqual([...new Set(names)].sort());
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(Object.entries(FRAGMENTS))('takes out by “%s” what it is there for', (rule, { at, block }) => {
    const rules = judged(page(at));
    expect(rules).toContain(`${rule}: ${block.slice(0, 24)}`);
    expect(rules.filter((line) => /^body: (First|Second|Third): the/.test(line))).toHaveLength(3);
  });

  it.each([
    ['a linked heading over a paragraph', { middle: `<h3>${link('The second baker, who came in last')}</h3>` }],
    ['a quote that is said nowhere else', { middle: '<blockquote>We bake because we can not sleep.</blockquote>' }],
    ['a short sentence', { middle: '<p>Nobody slept.</p>' }],
    ['a subheading', { middle: '<h2>What comes next</h2>' }],
    ['a list', { middle: '<ul><li>two pounds of rye</li></ul>' }],
    ['half a spoon, no page number', { middle: '<p>1/2 spoon of salt</p>' }],
    ['a source given by its address', { middle: `<p>${link('https://registry.example/markets/2026/night-one')}</p>` }],
    ['a correction', { tail: '<p>Correction: an earlier version named another baker.</p>' }],
    ['a sentence that begins like a label', { middle: '<p>Share prices of mills fell.</p>' }],
  ])('leaves %s in the text', (_what, at) => {
    const lines = judged(page(at));
    expect(lines).toHaveLength(4);
    expect(lines.filter((line) => !line.startsWith('body: '))).toEqual([]);
  });

  it('does not go by what the elements around the whole article are called', () => {
    const lines = judged(`<aside class="related share comments">${paragraph('First')}${paragraph('Second')}</aside>`);
    expect(lines.every((line) => line.startsWith('body: '))).toBe(true);
  });

  it('judges a text without a single paragraph by what holds anywhere', () => {
    expect(judged('<p>Bread</p><p class="caption">An oven</p>')).toEqual(['body: Bread', 'named-caption: An oven']);
  });
});
