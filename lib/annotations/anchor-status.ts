/** What can become of a passage, the worst last. */
export const ANCHOR_STATUSES = ['exact', 'moved', 'changed', 'ambiguous', 'orphan'] as const;
