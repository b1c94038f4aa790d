import { mergeReports } from '../../conversation/blob.ts';
import { fromBlob } from '../../conversation/read-blob.ts';
import type { Terminal } from '../terminal.ts';
import { exitOf } from '../test/exit.ts';
import { printTestReports, testReportersOf } from '../test/reporters.ts';
import { textAt } from '../text-at.ts';

/** `lpf-emulator merge-reports`: the reports of all shards as one. */
export async function mergeAll(
  terminal: Terminal,
  files: readonly string[],
  { reporter, json }: { reporter: string[]; json?: true },
): Promise<number> {
  const reporters = testReportersOf(reporter, json === true);
  const hint = 'give the files that lpf-emulator test --reporter blob=<file> wrote';
  const reports = await Promise.all(
    files.map(async (file) => ({ file, report: fromBlob(await textAt(terminal.cwd, file, hint), file) })),
  );
  const report = mergeReports(reports);
  await printTestReports(terminal, reporters, report);
  return exitOf(report);
}
