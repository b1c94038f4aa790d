import { EmulatorError } from '../../errors.ts';
import type { RunReport } from '../../report/report.ts';
import { printReports, type Reporter } from '../reporters.ts';
import type { Terminal } from '../terminal.ts';

/** Throws `bad-usage` for a reporter whose text cannot go on and on. */
export function assertWatchable(reporters: readonly Reporter<string>[]): void {
  const endless = reporters.find(({ name, file }) => file === undefined && !isWatchable(name));
  if (!endless) return;
  throw new EmulatorError({
    code: 'bad-usage',
    message: `--watch goes on and on, which ${endless.name} on standard output cannot`,
    hint: `give it a file, which is written anew each time: --reporter ${endless.name}=report`,
  });
}

function isWatchable(name: string): boolean {
  return name === 'console' || name === 'json';
}

/** Prints one round of a watch: what it was about to standard output, and everything to the files. */
export async function printRound(
  terminal: Terminal,
  reporters: readonly Reporter[],
  part: RunReport,
  whole: RunReport,
): Promise<void> {
  await printReports(
    terminal,
    reporters.filter(({ file }) => file !== undefined),
    whole,
  );
  for (const { name, file } of reporters) {
    if (file === undefined) terminal.out(await render(name, part, whole, terminal.colour));
  }
}

async function render(
  name: Reporter['name'],
  part: RunReport,
  whole: RunReport,
  colour: boolean,
): Promise<string> {
  if (name === 'json') return (await import('../../report/json.ts')).jsonLine(part, whole);
  return (await import('../../report/console.ts')).roundReport(part, whole, { colour });
}
