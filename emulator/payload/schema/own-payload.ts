import * as z from 'zod/mini';

/**
 * The payload of a caller without an event is what the brand has set up there: text, number, object or list. Sources:
 * github.com/LivePersonInc/faas-cli src/types/ISchedule.ts; the page of each caller.
 */
export const ownPayload = z
  .unknown()
  .check(z.refine((payload) => payload !== undefined, 'is missing: write null for an empty one'));
