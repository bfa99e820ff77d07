// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { suggestClaims } from '@/lib/suggest/claims/suggest-claims';

const ARTICLE = '../shared/seed/article.txt';
const hasArticle = existsSync(ARTICLE);
if (!hasArticle) console.warn(`Not tested: the claims of a real article, ${ARTICLE} not being here.`);

it.runIf(hasArticle)(
  'finds the figure that a careful reader tags in a real article, where its statement stands',
  () => {
    const text = readFileSync(ARTICLE, 'utf8');
    const gold: { claims: { exact: string }[] } = JSON.parse(readFileSync('../shared/seed/gold.json', 'utf8'));
    const figure = gold.claims.find(({ exact }) => /\d,\d{3}/.test(exact))?.exact ?? '';
    expect(figure).not.toBe('');
    const found = suggestClaims(text, { lang: 'en' }).map(({ start, end }) => text.slice(start, end));
    expect(found.find((claim) => claim.startsWith(figure))).toBeDefined();
  },
);
