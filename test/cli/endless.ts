import { execFileSync } from 'node:child_process';
import { until } from '../faults/fault.ts';

/** What its process is called once it runs, in this worker of jest alone. */
const title = `endless-${process.pid}`;

/** A hand-written function that never ends. */
export const endless = `async function lambda() { process.title = '${title}'; while (true); }\n`;

/** Waits until a call of it is under way. */
export async function underWay(): Promise<void> {
  await until(() => execFileSync('ps', ['-eo', 'args='], { encoding: 'utf8' }).includes(title) || undefined);
}
