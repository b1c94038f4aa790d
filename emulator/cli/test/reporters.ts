import type { TestReport } from '../../conversation/result.ts';
import { githubFiles } from '../github-files.ts';
import { allToFiles, printAs, readReporters, type Reporter } from '../reporters.ts';
import type { Terminal } from '../terminal.ts';

const names = ['console', 'json', 'junit', 'github', 'blob'] as const;
type Name = (typeof names)[number];

/** A reporter of conversations. */
export type TestReporter = Reporter<Name>;

/** Reads `--reporter name[=file]` of conversations. Throws `bad-usage`. */
export function testReportersOf(asked: readonly string[], json: boolean): TestReporter[] {
  return readReporters<Name>(asked, json, names);
}

/**
 * Prints a report of conversations in every form that was asked for; `compact` JSON is one line. Where all of it goes to
 * files, a line on standard error says how it went.
 */
export async function printTestReports(
  terminal: Terminal,
  reporters: readonly TestReporter[],
  report: TestReport,
  { compact = false }: { compact?: boolean } = {},
): Promise<void> {
  await printAs(terminal, reporters, (name, colour) =>
    render(name, report, { colour, compact, cwd: terminal.cwd }),
  );
  if (!allToFiles(reporters)) return;
  terminal.err(`${(await import('../../report/conversations/closing.ts')).testClosing(report)}\n`);
}

async function render(
  name: Name,
  report: TestReport,
  { colour, compact, cwd }: { colour: boolean; compact: boolean; cwd: string },
): Promise<string> {
  switch (name) {
    case 'console':
      return (await import('../../report/conversations/console.ts')).testConsole(report, { colour });
    case 'json':
      return (await import('../../report/conversations/json.ts')).testJson(report, { compact });
    case 'junit':
      return (await import('../../report/conversations/junit.ts')).testJunit(report);
    case 'github':
      return (await import('../../report/conversations/github.ts')).testGithub(report, githubFiles(cwd));
    case 'blob':
      return (await import('../../conversation/blob.ts')).toBlob(report);
    default:
      return name satisfies never;
  }
}
