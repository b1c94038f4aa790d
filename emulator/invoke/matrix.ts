import type { Bundle } from '../bundle/bundle.ts';
import type { Payload } from '../payload/payload.ts';
import type { FunctionSource } from '../project/function-source.ts';
import type { Invocation, Invoker } from './invoker.ts';
import type { InvocationRecord } from './record.ts';

/** One function on one generation, with all that it is fed. */
export interface Row {
  bundle: Bundle;
  source: FunctionSource;
  payloads: Payload[];
}

/** How a matrix is run. */
export interface MatrixOptions {
  /** How often each payload is fed. */
  repeat: number;
  /** A fresh instance for every invocation. */
  cold: boolean;
  /** Rows that run side by side. */
  concurrency: number;
  /** How often a breach of the budget is tried in all; three times where it is missing. */
  attempts?: number;
  onRecord(record: InvocationRecord): void;
}

/** Machines are noisy: a breach of the budget is tried so often in all, and the best counts. */
const usualAttempts = 3;

/**
 * Feeds every payload of each row to its function, in order, so that the first start of a row is cold and the others
 * warm; rows run side by side. Answers the records in the order of the rows.
 */
export async function runMatrix(
  invoker: Invoker,
  rows: Row[],
  options: MatrixOptions,
): Promise<InvocationRecord[]> {
  const records: InvocationRecord[][] = rows.map(() => []);
  const queue = rows.map((row, index) => ({ row, into: records[index] ?? [] }));
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift())
      await runRow(invoker, next.row, options, next.into);
  };
  await Promise.all(Array.from({ length: options.concurrency }, work));
  return records.flat();
}

async function runRow(
  invoker: Invoker,
  row: Row,
  options: MatrixOptions,
  into: InvocationRecord[],
): Promise<void> {
  const { bundle, source } = row;
  for (const payload of row.payloads) {
    for (let time = 0; time < options.repeat; time += 1) {
      const record = await invokeBest(
        invoker,
        { bundle, source, payload, cold: options.cold },
        options.attempts ?? usualAttempts,
      );
      into.push(record);
      options.onRecord(record);
    }
  }
}

/** The record of the best attempt, which names them all. */
async function invokeBest(
  invoker: Invoker,
  invocation: Invocation,
  attempts: number,
): Promise<InvocationRecord> {
  let best = await invoker.invoke(invocation);
  if (!isOverBudget(best) || attempts === 1) return best;
  const walls = [best.timings.wall];
  while (isOverBudget(best) && walls.length < attempts) {
    const again = await invoker.invoke(invocation);
    walls.push(again.timings.wall);
    if (projectedOf(again) < projectedOf(best)) best = again;
  }
  return { ...best, attempts: walls };
}

/** A call that was killed is never the best. */
function projectedOf({ timings }: InvocationRecord): number {
  return timings.projected ?? Number.POSITIVE_INFINITY;
}

function isOverBudget({ verdict }: InvocationRecord): boolean {
  return verdict.findings.some(({ code }) => code === 'over-budget' || code === 'projected-over-budget');
}
