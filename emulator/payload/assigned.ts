import { EmulatorError, type Finding } from '../errors.ts';
import { firstOf } from './check/check.ts';
import { applySet, type Assignment } from './compose/set.ts';
import { formatPath } from './document/path.ts';
import { judge } from './payload-file.ts';

/** What the values of the command line go into. */
export interface Assigning {
  /** What complaints call it. */
  file: string;
  event: string | null;
  payload: unknown;
}

/**
 * The payload with each assignment done, in order. Throws `bad-payload` where the whole does not fit its event; an
 * assignment that is at fault is named, and not the file that it changes.
 */
export async function assigned(into: Assigning, assignments: readonly Assignment[]): Promise<unknown> {
  const payload = assignments.reduce(applySet, into.payload);
  const failed = await faultOf({ ...into, payload });
  if (!failed) return payload;
  const blamed = assignments.findLast(({ path }) => isAtOrAbove(formatPath(path), failed.finding.path));
  throw blamed ? await blame(failed.finding, blamed, { ...into, payload }) : failed;
}

async function faultOf({ file, event, payload }: Assigning): Promise<EmulatorError | null> {
  return firstOf(await judge({ file, value: payload, locate: async () => ({ file }) }, event));
}

function isAtOrAbove(own: string, path: string | undefined): boolean {
  return path !== undefined && (path === own || path.startsWith(`${own}.`) || path.startsWith(`${own}[`));
}

async function blame(
  { code, message, hint, path }: Omit<Finding, 'severity'>,
  { path: own, value }: Assignment,
  into: Assigning,
): Promise<EmulatorError> {
  const name = formatPath(own);
  const said = message.slice(`${into.file}: `.length);
  const text = typeof value === 'object' && value !== null ? undefined : String(value);
  const asText = { path: own, value: text };
  const quoted = text !== undefined && !(await faultOf({ ...into, payload: applySet(into.payload, asText) }));
  return new EmulatorError({
    code,
    message: path === name ? `--set ${said}` : `--set ${name}: ${said}`,
    hint: quoted ? `text that looks like JSON needs quotes: --set '${name}=${JSON.stringify(text)}'` : hint,
  });
}
