import { type Finding, codes, isEmulatorError, renderWhere } from '../errors.ts';
import { printableLines } from '../report/printable.ts';

/** Exit codes of every command: good, something fell short, wrong usage or configuration, our own bug. */
export const exits = { good: 0, short: 1, usage: 2, bug: 70 } as const;

/** One complaint as text: what happened, where, and what to do; nothing in it that a terminal would act upon. */
export function renderFinding({ code, message, hint, where, path }: Finding): string {
  const place = [where && renderWhere(where), path].filter(Boolean).join(' · ');
  const lines = [`error[${code}] ${message}`, ...(place ? [`  at ${place}`] : []), `  → ${hint}`];
  return `${lines.flatMap(printableLines).join('\n')}\n`;
}

/** Runs a command to its end: complaints go to standard error, the exit code says how it went. */
export async function main(command: () => Promise<number>): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', forgiveClosedPipe);
  process.on('unhandledRejection', (error) => failUnlessKept('unhandledRejection', error));
  process.on('uncaughtException', (error) => failUnlessKept('uncaughtException', error));
  try {
    finish(await command());
  } catch (error) {
    fail(error);
  }
}

/** What nobody caught ends the command, unless something that goes on serving listens too, as a Custom Endpoint does. */
function failUnlessKept(event: 'unhandledRejection' | 'uncaughtException', error: unknown): void {
  if (process.listenerCount(event) === 1) fail(error);
}

function fail(error: unknown): void {
  if (isUsageError(error)) return finish(error.exitCode === 0 ? exits.good : exits.usage);
  if (!isEmulatorError(error)) return finish(reportBug(error));
  process.stderr.write(renderFinding(error.finding));
  finish(codes[error.finding.code].exit);
}

/** Whoever reads has seen enough, as head has: the command goes on to its exit code. */
function forgiveClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** Leaves at once when all output is out: children and services hold no state that an orderly end would save. */
function finish(code: number): void {
  process.exitCode = code;
  if (process.stdout.writableLength === 0 && process.stderr.writableLength === 0) process.exit(code);
  else process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}

/** Commander has printed its own complaint (or the help) by the time it throws. */
function isUsageError(error: unknown): error is Error & { exitCode: number } {
  const { code, exitCode } = (error ?? {}) as { code?: unknown; exitCode?: unknown };
  return typeof exitCode === 'number' && typeof code === 'string' && code.startsWith('commander.');
}

function reportBug(error: unknown): number {
  const said = error instanceof Error ? error.message : String(error);
  const detail = process.env['LPF_DEBUG'] && error instanceof Error ? `${error.stack}\n` : '';
  process.stderr.write(
    `error[internal-error] ${said}\n  This is a bug in lpf-emulator, not in your function.\n` +
      `  → please report it with the command you ran; LPF_DEBUG=1 prints where it happened\n${detail}`,
  );
  return exits.bug;
}
