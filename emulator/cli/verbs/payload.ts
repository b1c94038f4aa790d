import { isEmulatorError } from '../../errors.ts';
import { catalogue } from '../../payload/catalogue.ts';
import { checkProject } from '../../payload/check-project.ts';
import { findStored } from '../../payload/find.ts';
import { newPayload as makePayload } from '../../payload/new-payload.ts';
import { packageRoot } from '../../platform/package-root.ts';
import { findRoot } from '../../project/find.ts';
import { printableJson } from '../../report/printable.ts';
import { exits } from '../main.ts';
import { renderCheck } from '../payload/render-check.ts';
import { renderList } from '../payload/render-list.ts';
import { fileOf, renderFile } from '../payload/render-file.ts';
import type { Terminal } from '../terminal.ts';

/** Flags of `payload list`, `show` and `check`, as commander gives them. */
export interface OutputOptions {
  json?: boolean;
}

/** `lpf-emulator payload list`: every payload and fragment at hand; those that cannot be used are told on standard error. */
export async function list(terminal: Terminal, { json = false }: OutputOptions): Promise<number> {
  const all = await catalogue(rootOrPackage(terminal));
  const entries = [
    ...all.payloads.map(({ name, event, file, source, inferred }) => ({
      kind: 'payload' as const,
      name,
      event,
      file,
      source,
      inferred,
    })),
    ...all.fragments.map(({ name, file, source, inferred }) => ({
      kind: 'fragment' as const,
      name,
      event: null,
      file,
      source,
      inferred,
    })),
  ];
  terminal.out(json ? `${printableJson(entries)}\n` : renderList(entries, terminal.colour));
  const broken = all.findings.filter(({ severity }) => severity === 'error').length;
  if (broken) terminal.err(`${broken} more cannot be used: lpf-emulator payload check says why\n`);
  return exits.good;
}

/** `lpf-emulator payload show <name>`: one payload or fragment, composed, as a file that could be saved. */
export async function show(
  terminal: Terminal,
  name: string,
  { json = false }: OutputOptions,
): Promise<number> {
  const file = fileOf(await findStored(rootOrPackage(terminal), name));
  terminal.out(json ? `${printableJson(file)}\n` : await renderFile(file));
  return exits.good;
}

/**
 * `lpf-emulator payload new <event>`: a payload file to start from on standard output, what to do with it on standard
 * error.
 */
export async function newPayload(
  terminal: Terminal,
  event: string,
  { set }: { set: string[] },
): Promise<number> {
  const made = await makePayload(rootOrPackage(terminal), event, set);
  terminal.out(await renderFile({ ...made }));
  terminal.err(
    `Save it as payloads/${event}/<name>.yaml, and every function for this event is fed with it.\n`,
  );
  return exits.good;
}

/** `lpf-emulator payload check`: everything that is wrong with the project's own payloads and fragments. */
export async function check(terminal: Terminal, { json = false }: OutputOptions): Promise<number> {
  const checked = await checkProject(findRoot(terminal.cwd));
  terminal.out(json ? `${printableJson(checked)}\n` : renderCheck(checked, terminal.colour));
  return checked.findings.some(({ severity }) => severity === 'error') ? exits.short : exits.good;
}

/** Outside of a project there is still what comes with this package. */
function rootOrPackage({ cwd }: Terminal): string {
  try {
    return findRoot(cwd);
  } catch (error) {
    if (isEmulatorError(error) && error.finding.code === 'no-project') return packageRoot();
    throw error;
  }
}
