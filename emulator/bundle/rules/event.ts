import { eventById, events } from '../../platform/events.ts';
import { didYouMean } from '../../platform/suggest.ts';
import type { FunctionConfig } from '../../project/config.ts';
import type { Complaint } from './complaint.ts';

/** An event id that no public client of the platform knows. */
export function eventRule({ event }: FunctionConfig): Complaint[] {
  if (event === null || eventById(event) !== undefined) return [];
  const ids = events.map(({ id }) => id);
  const named = events.find(({ name }) => name.toLowerCase() === event.toLowerCase());
  return [
    {
      code: 'unknown-event',
      severity: 'error',
      message: `no event has the id "${event}".${named ? ` Did you mean "${named.id}"?` : didYouMean(event, ids)}`,
      hint: 'use an id that `lpf get events` lists, or "No Event"',
      path: ['event'],
    },
  ];
}
