import { eventById, events } from '../../platform/events.ts';
import { didYouMean } from '../../platform/suggest.ts';
import type { FunctionConfig } from '../../project/config.ts';
import type { Complaint } from './complaint.ts';

/** An event id that no public client of the platform knows, or whose id is a guess of ours. */
export function eventRule({ event }: FunctionConfig): Complaint[] {
  if (event === null) return [];
  const known = eventById(event);
  if (known) return known.unknownId ? [guessed(event, known.name)] : [];
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

function guessed(event: string, name: string): Complaint {
  return {
    code: 'unknown-event',
    severity: 'warning',
    message: `the id of ${name} is in no public source; "${event}" is made up after the other ids`,
    hint: 'look the id up with `lpf get events` and write it into config.json before pushing',
    path: ['event'],
  };
}
