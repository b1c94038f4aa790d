import { firstRows, latencyRows } from '../../emulator/compare/latency.ts';
import { recommend } from '../../emulator/compare/recommendation.ts';
import type { CompareReport } from '../../emulator/compare/report.ts';
import { verdictOf } from '../../emulator/compare/verdict.ts';
import { approachFacts } from '../../emulator/platform/approaches.ts';
import { samplesOf } from './samples.ts';

/** What a report is made of; the rest is as it is where all went well. */
export interface Making {
  waits?: { function: readonly number[]; endpoint: readonly number[] };
  different?: number;
  compared?: number;
  errors?: { function: number; endpoint: number };
  conversations?: CompareReport['conversations'];
}

/** A report as a comparison would make it of these figures. */
export function madeReport({
  waits = { function: [40, 60, 90], endpoint: [4, 5, 6] },
  different = 0,
  compared = 4,
  errors = { function: 0, endpoint: 0 },
  conversations = [],
}: Making = {}): CompareReport {
  const samples = samplesOf(waits);
  const measured = {
    setting: {
      function: 'echo',
      generation: 'v2' as const,
      endpoint: 'function',
      repeat: 1,
      concurrency: 1,
      machine: 'a machine',
    },
    answers: {
      id: 'answers' as const,
      compared,
      same: compared - different,
      different,
      excluded: 0,
      errors,
      calls: { function: 9, endpoint: 9 },
    },
    conversations,
    excluded: [],
    broken: [],
    latency: latencyRows(samples),
    first: firstRows(samples),
    faults: [],
    faultCounts: { id: 'faults' as const, of: 7, survived: { function: 2, endpoint: 3 } },
    facts: approachFacts.map(({ id, ...fact }) => ({ id: `fact.${id}` as const, ...fact })),
    notes: ['A note.'],
    elapsed: 1_234,
  };
  const requirements: CompareReport['requirements'] = [];
  const verdict = verdictOf({ ...measured, requirements });
  return { ...measured, recommendation: recommend(measured), requirements, verdict };
}
