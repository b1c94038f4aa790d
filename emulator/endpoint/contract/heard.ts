import type { HeardType } from './names.ts';

/** One event as the connector hands it to a bot. */
export interface Heard {
  type: HeardType;
  /** As a Custom Integration gets it, `{ convId, message?, event?, context }`. */
  request: unknown;
}
