import type { Bundle } from '../bundle/bundle.ts';
import { EmulatorError, type Finding } from '../errors.ts';
import type { Generation } from '../platform/generations.ts';
import { findingLines } from '../report/details.ts';
import { brush } from '../report/colour.ts';
import type { Terminal } from './terminal.ts';

/** Throws `bad-usage` unless exactly one bundle is asked for, to be printed and nothing else. */
export function assertOneBundle(
  names: readonly string[],
  wanted: readonly Generation[],
  { check, json }: { check?: true; json?: true },
): void {
  const hint = 'write it like: lpf-bundle customIntegration --generation v2 --stdout';
  if (names.length !== 1 || wanted.length !== 1) {
    const message = '--stdout prints one bundle: name one function and one generation';
    throw new EmulatorError({ code: 'bad-usage', message, hint });
  }
  if (check || json) {
    const message = `--stdout prints a bundle and nothing else, so it does not go with ${check ? '--check' : '--json'}`;
    throw new EmulatorError({ code: 'bad-usage', message, hint });
  }
}

/** Prints the bundle to standard output, and what is to be said about it to standard error; no bundle with an error. */
export function printBundle(terminal: Terminal, bundle: Bundle | null, findings: readonly Finding[]): void {
  const lines = findings.flatMap((finding) => findingLines(finding, brush(false)));
  if (lines.length) terminal.err(`${lines.join('\n')}\n`);
  if (bundle && findings.every(({ severity }) => severity === 'warning')) terminal.out(bundle.code);
}
