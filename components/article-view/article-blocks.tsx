import type { ComponentChildren } from 'preact';
import type { Block } from '@/lib/annotations/article';
import type { Stretch } from '@/lib/sentences';
import { type Mark, type Piece, piecesOf } from './pieces';

/** Headings of the article stand below the popup's own, which is the article's title. */
const HEADINGS: Readonly<Record<string, 'h2' | 'h3' | 'h4'>> = {
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h4',
  h6: 'h4',
};

const isListItem = ({ tag }: Block): boolean => tag === 'li';

/** Blocks as they are set: those of a list together, every other one by itself. */
export function groupBlocks(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last?.[0] && isListItem(last[0]) && isListItem(block)) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function PieceText({ piece, text }: { piece: Piece; text: string }) {
  const { start, end, kinds, isSelected } = piece;
  const words = (
    <span data-start={start} class={isSelected ? 'is-selected' : undefined}>
      {text.slice(start, end)}
    </span>
  );
  return kinds.reduceRight<ComponentChildren>((inner, kind) => <mark class={`mark mark-${kind}`}>{inner}</mark>, words);
}

interface ArticleBlocksProps {
  text: string;
  blocks: readonly Block[];
  marks: readonly Mark[];
  selected: Stretch | null;
}

/** The article's text by its blocks. It is set as text alone: nothing of the page's own HTML comes in here. */
export function ArticleBlocks({ text, blocks, marks, selected }: ArticleBlocksProps) {
  const words = (block: Block) =>
    piecesOf(block, marks, selected).map((piece) => <PieceText key={piece.start} piece={piece} text={text} />);
  return (
    <>
      {groupBlocks(blocks).map((group) => {
        const [block] = group;
        if (!block) return null;
        if (isListItem(block)) {
          return (
            <ul key={block.start}>
              {group.map((item) => (
                <li key={item.start}>{words(item)}</li>
              ))}
            </ul>
          );
        }
        if (block.tag === 'blockquote') return <blockquote key={block.start}>{words(block)}</blockquote>;
        const Tag = HEADINGS[block.tag] ?? 'p';
        return <Tag key={block.start}>{words(block)}</Tag>;
      })}
    </>
  );
}
