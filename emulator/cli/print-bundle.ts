import type { Bundle } from '../bundle/bundle.ts';
import { isHandWritten } from '../bundle/hand-written.ts';
import { EmulatorError, type Finding } from '../errors.ts';
import type { Generation } from '../platform/generations.ts';
import type { FunctionSource } from '../project/function-source.ts';
import { findingLines } from '../report/details.ts';
import { brush } from '../report/colour.ts';
import type { Terminal } from './terminal.ts';

const hint = 'write it like: lpf-bundle customIntegration --generation v2 --stdout';

/** Throws `bad-usage` unless one function is asked for, to be printed and nothing else. */
export function assertOneFunction(
  names: readonly string[],
  { check, json }: { check?: true; json?: true },
): void {
  if (names.length !== 1) throw notOne();
  if (check || json) {
    const message = `--stdout prints a bundle and nothing else, so it does not go with ${check ? '--check' : '--json'}`;
    throw new EmulatorError({ code: 'bad-usage', message, hint });
  }
}

/** Throws `bad-usage` where a source has a bundle for each of several generations; a hand-written file is one itself. */
export function assertOneBundle(functions: readonly FunctionSource[], wanted: readonly Generation[]): void {
  if (wanted.length !== 1 && !functions.every(isHandWritten)) throw notOne();
}

function notOne(): EmulatorError {
  const message = '--stdout prints one bundle: name one function and one generation';
  return new EmulatorError({ code: 'bad-usage', message, hint });
}

/** Prints the bundle to standard output, and what is to be said about it to standard error; no bundle with an error. */
export function printBundle(terminal: Terminal, bundle: Bundle | null, findings: readonly Finding[]): void {
  const lines = findings.flatMap((finding) => findingLines(finding, brush(false)));
  if (lines.length) terminal.err(`${lines.join('\n')}\n`);
  if (bundle && findings.every(({ severity }) => severity === 'warning')) terminal.out(bundle.code);
}
