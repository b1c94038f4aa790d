/** The two ways to run a bot that are compared. */
export const approaches = ['function', 'endpoint'] as const;

/** One of the two. */
export type Approach = (typeof approaches)[number];
