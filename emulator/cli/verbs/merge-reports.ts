import { resolve } from 'node:path';
import { readFile } from 'node:fs/promises';
import { fromBlob, mergeReports } from '../../conversation/blob.ts';
import { allPass } from '../../conversation/result.ts';
import { EmulatorError } from '../../errors.ts';
import { exits } from '../main.ts';
import type { Terminal } from '../terminal.ts';
import { printTestReports, testReportersOf } from '../test/reporters.ts';

/** `lpf-emulator merge-reports`: the reports of all shards as one. */
export async function mergeAll(
  terminal: Terminal,
  files: readonly string[],
  { reporter, json }: { reporter: string[]; json?: true },
): Promise<number> {
  const reporters = testReportersOf(reporter, json === true);
  const reports = await Promise.all(
    files.map(async (file) => ({ file, report: fromBlob(await textOf(terminal, file), file) })),
  );
  const report = mergeReports(reports);
  await printTestReports(terminal, reporters, report);
  return allPass(report) ? exits.good : exits.short;
}

async function textOf({ cwd }: Terminal, file: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8');
  } catch {
    throw new EmulatorError({
      code: 'file-not-found',
      message: `${file} does not exist or cannot be read`,
      hint: 'give the files that lpf-emulator test --reporter blob=<file> wrote',
    });
  }
}
