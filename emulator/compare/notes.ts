import type { Generation } from '../platform/generations.ts';
import { limits } from '../platform/limits.ts';
import type { Approach } from './approach.ts';
import { fewestForP95 } from './figures.ts';

/** What has to be known to read the figures. */
export function notesOf(
  generation: Generation,
  { elsewhere, samples }: { elsewhere: boolean; samples: Record<Approach, number> },
): string[] {
  const share = limits.cpu[generation];
  const cold = generation === 'v2' ? '; the platform’s own cold start is the row fact.cold-start' : '';
  return [
    `Function times are projected: waiting + CPU time here ÷ ${share}, the platform’s CPU share. The start of an instance is as this machine took it${cold}.`,
    elsewhere
      ? 'Endpoint times are measured from this machine; LivePerson is somewhere else. What the service does not tell by Server-Timing counts as the bot’s.'
      : 'Endpoint times are measured on this machine, with the service at 127.0.0.1: the network between LivePerson and a real service comes on top of transport.',
    'How long the connector takes by itself is left out on both sides; what calls inside LivePerson take nobody outside can tell.',
    ...percentileNotes(Math.min(samples.function, samples.endpoint)),
  ];
}

function percentileNotes(answers: number): string[] {
  if (answers >= 100) return [];
  return [
    answers < fewestForP95
      ? `With fewer than ${fewestForP95} answers the 95th and the 99th percentile are the slowest one; --repeat makes more.`
      : 'With fewer than 100 answers the 99th percentile is the slowest one; --repeat makes more.',
  ];
}
