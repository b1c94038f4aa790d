import type { CompareReport } from '../../compare/report.ts';
import { printAs, readReporters, type Reporter } from '../reporters.ts';
import type { Terminal } from '../terminal.ts';

const names = ['console', 'json', 'markdown', 'html'] as const;
type Name = (typeof names)[number];

/** A reporter of a comparison. */
export type CompareReporter = Reporter<Name>;

/** Reads `--reporter name[=file]` of a comparison. Throws `bad-usage`. */
export function compareReportersOf(asked: readonly string[], json: boolean): CompareReporter[] {
  return readReporters<Name>(asked, json, names);
}

/** Prints a comparison in every form that was asked for. */
export async function printCompareReports(
  terminal: Terminal,
  reporters: readonly CompareReporter[],
  report: CompareReport,
): Promise<void> {
  return printAs(terminal, reporters, (name, colour) => render(name, report, colour));
}

async function render(name: Name, report: CompareReport, colour: boolean): Promise<string> {
  switch (name) {
    case 'console':
      return (await import('../../report/compare/console.ts')).compareConsole(report, { colour });
    case 'json':
      return (await import('../../report/compare/json.ts')).compareJson(report);
    case 'markdown':
      return (await import('../../report/compare/markdown.ts')).compareMarkdown(report);
    case 'html':
      return (await import('../../report/compare/html/page.ts')).comparePage(report);
    default:
      return name satisfies never;
  }
}
