import { KINDS } from './annotation';

/** What a passage is painted as: what it is tagged as, or a suggestion that is looked at. */
export const PAINTS = [...KINDS, 'suggestion'] as const;
export type Paint = (typeof PAINTS)[number];
