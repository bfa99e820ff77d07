import { childrenOf, FILLED_IN, isNode, type Node, parse, type Source, wordsOf } from './syntax';

/** Attributes whose text is read or heard. */
const SHOWN = /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|alt|label|placeholder|title)$/;

/** The same as properties of elements, and those that hold their text. */
const SHOWN_PROPERTY =
  /^(?:aria(?:Label|Description|RoleDescription|ValueText|Placeholder)|alt|innerText|label|placeholder|textContent|title)$/;

/** Attributes, and properties handed on as such, whose value no one sees. */
const HIDDEN =
  /^(?:aria-keyshortcuts|class|className|cssText|d|path|viewBox|role|rel|sizes|srcset|style|points|transform)$/;

/** What takes sentences for developers, selectors, or the keys of messages. */
const SILENT_CALL = /^(?:\w*Error|error|warn|querySelector(?:All)?|closest|matches|t)$/;

/** One letter alone is the name of a key. */
const HAS_WORD = /\p{L}{2}/u;

/** Several words (or a word and something that is filled in), or one that begins like a sentence or a label. */
const LOOKS_SHOWN = /[\p{L}\p{N}\u{fffc}][,;:]? +[\p{L}\p{N}\u{fffc}]|^\s*\p{Lu}\p{Ll}/u;

/** Names of classes, at least one of them of several parts: "card card-open". */
const CLASSES = /^(?=.*[a-z]-)[a-z\u{fffc} -]+$/u;

/**
 * The strings of a source that people would see in English whatever their language: text and attributes of elements, and
 * whatever looks like a sentence or a label. One line for each, with its line number and its words.
 */
export function hardCodedWords(source: Source): string[] {
  const found: string[] = [];
  const report = (node: Node, words: string) => {
    const line = source.text.slice(0, node.start).split('\n').length;
    found.push(`${source.name}:${line} “${words.replaceAll(FILLED_IN, '…').trim()}”`);
  };

  /** `isShown`: what stands here is text of an element or of an attribute that is read. */
  function visit(node: Node, isShown: boolean): void {
    const words = wordsOf(node);
    if (words !== null && HAS_WORD.test(words) && (isShown || looksShown(words))) report(node, words);
    for (const [field, child] of childrenOf(node)) {
      if (!isSilent(node, field, child)) visit(child, isShownIn(node, field, child, isShown));
    }
  }
  visit(parse(source), false);
  return found;
}

const looksShown = (words: string): boolean => LOOKS_SHOWN.test(words) && !CLASSES.test(words);

const nameOf = (value: unknown): string => {
  if (!isNode(value)) return '';
  if (value.type === 'MemberExpression') return nameOf(value.property);
  return typeof value.name === 'string' ? value.name : typeof value.value === 'string' ? value.value : '';
};

const nodesIn = (value: unknown): Node[] => [value].flat().filter(isNode);

/** The name of the attribute that a call of `setAttribute` sets; empty for any other node. */
function attributeSet(node: Node): string {
  const isSetting = node.type === 'CallExpression' && nameOf(node.callee) === 'setAttribute';
  return isSetting ? nameOf(nodesIn(node.arguments)[0]) : '';
}

/** What stands in this field of a node is never shown. */
function isSilent(node: Node, field: string, child: Node): boolean {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ImportExpression':
    case 'ExportNamedDeclaration':
      return field === 'source';
    case 'CallExpression':
    case 'NewExpression':
      return field === 'arguments' && (SILENT_CALL.test(nameOf(node.callee)) || HIDDEN.test(attributeSet(node)));
    case 'JSXAttribute':
      return HIDDEN.test(nameOf(node.name));
    case 'AssignmentExpression':
      return HIDDEN.test(nameOf(node.left));
    // The message beside a code is for developers.
    case 'ObjectExpression':
      return nameOf(child.key) === 'message' && nodesIn(node.properties).some(({ key }) => nameOf(key) === 'code');
    case 'Property':
      return field === 'key' || HIDDEN.test(nameOf(node.key));
    // What something is compared with is no text.
    case 'BinaryExpression':
      return /^[!=]==?$/.test(String(node.operator));
    case 'SwitchCase':
      return field === 'test';
    case 'MemberExpression':
      return field === 'property';
    case 'TemplateLiteral':
      return field === 'quasis';
    default:
      return /^TS(?:Literal|Template|Type|Interface|Indexed|Union)/.test(node.type);
  }
}

/** Whether text in this field of a node is text of an element or attribute. */
function isShownIn(node: Node, field: string, child: Node, isShown: boolean): boolean {
  switch (node.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return field === 'children';
    case 'JSXAttribute':
      return field === 'value' && SHOWN.test(nameOf(node.name));
    case 'AssignmentExpression':
      return field === 'right' && SHOWN_PROPERTY.test(nameOf(node.left));
    case 'CallExpression':
      return SHOWN.test(attributeSet(node)) && child === nodesIn(node.arguments)[1];
    case 'ConditionalExpression':
      return isShown && field !== 'test';
    case 'LogicalExpression':
      return isShown && (field === 'right' || node.operator !== '&&');
    case 'JSXExpressionContainer':
    case 'TemplateLiteral':
    case 'BinaryExpression':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
      return isShown;
    default:
      return false;
  }
}
