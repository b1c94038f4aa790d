import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EmulatorError } from '../errors.ts';
import { didYouMean } from '../platform/suggest.ts';
import type { RunReport } from '../report/report.ts';
import type { Terminal } from './terminal.ts';

const names = ['console', 'json', 'junit', 'github'] as const;
type Name = (typeof names)[number];

/** A reporter, and the file that it writes to; standard output where there is none. */
export interface Reporter {
  name: Name;
  file?: string;
}

/** Reads `--reporter name[=file]`; the console where none is asked for. Throws `bad-usage`. */
export function reportersOf(asked: readonly string[], json: boolean): Reporter[] {
  const all: Reporter[] = asked.map(parse);
  if (json) all.push({ name: 'json' });
  if (all.filter(({ file }) => file === undefined).length > 1) {
    throw new EmulatorError({
      code: 'bad-usage',
      message: 'two reporters would write to standard output',
      hint: 'give all but one a file, such as --reporter junit=report.xml',
    });
  }
  return all.length > 0 ? all : [{ name: 'console' }];
}

function parse(text: string): Reporter {
  const [name = '', ...rest] = text.split('=');
  const known = names.find((each) => each === name);
  if (!known) {
    throw new EmulatorError({
      code: 'bad-usage',
      message: `no reporter named "${name}".${didYouMean(name, [...names])}`,
      hint: `the reporters are ${names.join(', ')}`,
    });
  }
  return rest.length > 0 ? { name: known, file: rest.join('=') } : { name: known };
}

/** Prints a report in every form that was asked for. */
export async function printReports(
  terminal: Terminal,
  reporters: readonly Reporter[],
  report: RunReport,
): Promise<void> {
  for (const { name, file } of reporters) {
    const text = await render(name, report, file === undefined && terminal.colour);
    if (file === undefined) terminal.out(text);
    else write(terminal, file, text);
  }
}

async function render(name: Name, report: RunReport, colour: boolean): Promise<string> {
  switch (name) {
    case 'console':
      return (await import('../report/console.ts')).consoleReport(report, { colour });
    case 'json':
      return (await import('../report/json.ts')).jsonReport(report);
    case 'junit':
      return (await import('../report/junit.ts')).junitReport(report);
    case 'github':
      return (await import('../report/github.ts')).githubReport(report);
  }
}

function write(terminal: Terminal, file: string, text: string): void {
  try {
    writeFileSync(resolve(terminal.cwd, file), text);
  } catch (error) {
    throw new EmulatorError({
      code: 'cannot-write',
      message: `cannot write the report to ${file}: ${(error as NodeJS.ErrnoException).code}`,
      hint: 'make its folder first, or choose another file',
    });
  }
}
