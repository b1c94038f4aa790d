import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EmulatorError } from '../errors.ts';
import { didYouMean } from '../platform/suggest.ts';
import { cannotWrite } from '../project/cannot-write.ts';
import { findRoot } from '../project/find.ts';
import type { RunReport } from '../report/report.ts';
import { githubFiles } from './github-files.ts';
import type { Terminal } from './terminal.ts';

const names = ['console', 'json', 'junit', 'github'] as const;
type Name = (typeof names)[number];

/** A reporter, and the file that it writes to; standard output where there is none. */
export interface Reporter<Which extends string = Name> {
  name: Which;
  file?: string;
}

/** Reads `--reporter name[=file]`; the console where none is asked for. Throws `bad-usage`. */
export function reportersOf(asked: readonly string[], json: boolean): Reporter[] {
  return readReporters(asked, json, names);
}

/** The same where there are other reporters; `json` and `console` are always among them. */
export function readReporters<Which extends string>(
  asked: readonly string[],
  json: boolean,
  known: readonly (Which | 'console' | 'json')[],
): Reporter<Which | 'console' | 'json'>[] {
  const all = asked.map((text) => parse(text, known));
  if (json) all.push({ name: 'json' });
  if (all.filter(({ file }) => file === undefined).length > 1) {
    throw new EmulatorError({
      code: 'bad-usage',
      message: 'two reporters would write to standard output',
      hint: 'give all but one a file, such as --reporter json=report.json',
    });
  }
  return all.length > 0 ? all : [{ name: 'console' }];
}

function parse<Which extends string>(text: string, all: readonly Which[]): Reporter<Which> {
  const [name = '', ...rest] = text.split('=');
  const known = all.find((each) => each === name);
  if (known === undefined) {
    throw new EmulatorError({
      code: 'bad-usage',
      message: `no reporter named "${name}".${didYouMean(name, [...all])}`,
      hint: `the reporters are ${all.join(', ')}`,
    });
  }
  return rest.length > 0 ? { name: known, file: rest.join('=') } : { name: known };
}

/** Whether nothing is printed to standard output, so that whoever reads the log sees nothing of a report. */
export function allToFiles(reporters: readonly Reporter<string>[]): boolean {
  return reporters.every(({ file }) => file !== undefined);
}

/** Prints a report in every form that was asked for. */
export async function printReports(
  terminal: Terminal,
  reporters: readonly Reporter[],
  report: RunReport,
): Promise<void> {
  return printAs(terminal, reporters, (name, colour) => render(name, report, colour, terminal.cwd));
}

/** Prints the text for each reporter to where it prints. */
export async function printAs<Which extends string>(
  terminal: Terminal,
  reporters: readonly Reporter<Which>[],
  textFor: (name: Which, colour: boolean) => Promise<string>,
): Promise<void> {
  for (const { name, file } of reporters) {
    const text = await textFor(name, file === undefined && terminal.colour);
    if (file === undefined) terminal.out(text);
    else write(terminal, file, text);
  }
}

async function render(name: Name, report: RunReport, colour: boolean, cwd: string): Promise<string> {
  switch (name) {
    case 'console':
      return (await import('../report/console.ts')).consoleReport(report, { colour });
    case 'json':
      return (await import('../report/json.ts')).jsonReport(report);
    case 'junit':
      return (await import('../report/junit.ts')).junitReport(report);
    case 'github':
      return github(report, cwd);
  }
}

async function github(report: RunReport, cwd: string): Promise<string> {
  const [{ githubReport }, { handlerPlace }] = await Promise.all([
    import('../report/github.ts'),
    import('../bundle/handler-place.ts'),
  ]);
  const root = findRoot(cwd);
  return githubReport(report, { handlerOf: (name) => handlerPlace(root, name), named: githubFiles(cwd) });
}

function write(terminal: Terminal, file: string, text: string): void {
  try {
    writeFileSync(resolve(terminal.cwd, file), text);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}
