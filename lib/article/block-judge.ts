import type { BlockRole } from '../annotations/article';
import type { BlockFacts } from './block-facts';
import { begins, fold, isHeading, RULES_ANYWHERE, RULES_IN_PLACE, type Rule, type Scene } from './block-roles';

/** What a block is, and the rule that says so. */
export interface Judgement {
  readonly role: BlockRole;
  readonly rule: string;
}

const BODY: Judgement = { role: 'body', rule: 'body' };

/**
 * Says of each block what it is, and by which rule.
 * @param title the page's title, which the text may repeat
 */
export function judgeBlocks(blocks: readonly BlockFacts[], title: string): Judgement[] {
  const scene = { title: fold(title), blocks };
  const judged: (Judgement | undefined)[] = blocks.map((block, index) =>
    judge(RULES_ANYWHERE, block, { ...scene, index, part: 'middle', isOver: false, before: undefined }),
  );
  const isText = (block: BlockFacts, i: number) =>
    !judged[i] && block.isProse && block.isInMain && block.slanted < 0.8 && !(block.tag === 'li' && block.linked > 0.2);
  const texts = blocks.flatMap((block, i) => (isText(block, i) ? i : []));
  const [first = -1] = texts;
  // A text is over where the comments on it begin; a chapter of that name stands nearer to its middle.
  const over = blocks.findIndex(
    (block, i) => i > (texts[Math.floor((2 * texts.length) / 3)] ?? 0) && isHeading(block) && begins('comments', block),
  );
  const last = texts.findLast((i) => over < 0 || i < over) ?? -1;
  for (const [index, block] of blocks.entries()) {
    const part = first < 0 ? 'middle' : index < first ? 'lead' : index > last ? 'tail' : 'middle';
    judged[index] ??=
      judge(RULES_IN_PLACE, block, {
        ...scene,
        index,
        part,
        isOver: over >= 0 && index >= over,
        before: judged[index - 1]?.role,
      }) ?? BODY;
  }
  return judged.map((judgement) => judgement ?? BODY);
}

function judge(rules: readonly Rule[], block: BlockFacts, scene: Scene): Judgement | undefined {
  const rule = rules.find(({ applies }) => applies(block, scene));
  return rule && { role: rule.role, rule: rule.name };
}
