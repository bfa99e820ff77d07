import type { Attribution } from './attribute';
import type { Rule } from './rank';

/** How often each rule names the right speaker: set by hand, in steps of a few hundredths. */
const TRUST: Readonly<Record<Rule, number>> = {
  right: 0.98,
  'right-weak': 0.8,
  'right-far': 0.8,
  phrase: 0.9,
  colon: 0.95,
  left: 0.97,
  'left-far': 0.95,
  'left-weak': 0.84,
  outer: 0.7,
  noun: 0.7,
  clause: 0.84,
  'clause-weak': 0.75,
  main: 0.9,
  'main-weak': 0.8,
  who: 0.84,
  'own-sentence': 0.4,
  'own-colon': 0.6,
  'same-sentence': 0.9,
  'same-paragraph': 0.99,
  introduced: 0.5,
  announced: 0.84,
  'previous-subject': 0.4,
  ahead: 0.6,
  'runs-on': 0.86,
  'next-paragraph': 0.9,
};

/** Marks that don't match leave in doubt where the quotation ends. */
export const MISMATCHED = 0.85;
/** A description is taken for the subject where it is not more often than a name is. */
const NOMINAL_LEFT = 0.87;
/** Another subject of the sentence is nearly as likely. */
const RIVALLED = 0.86;

/** One of several says it with others. */
const JOINT = 0.87;

/** How likely the speaker of an attribution is the right one, from 0 to 1. */
export function probabilityOf({ rule, subject, hasRival, isJoint, from }: Attribution): number {
  const isDoubtful = subject.kind === 'nominal' && !/^(?:right|same)/.test(rule);
  const doubt = (isDoubtful ? NOMINAL_LEFT : 1) * (hasRival ? RIVALLED : 1) * (isJoint ? JOINT : 1);
  return TRUST[rule] * doubt * (from ? probabilityOf(from) : 1);
}
