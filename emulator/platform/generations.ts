/** The two runtimes of LivePerson Functions. */
export type Generation = 'v1' | 'v2';

/** Both, the older one first. */
export const generations: readonly Generation[] = ['v1', 'v2'];
