import { isEmulatorError, type Finding } from '../../emulator/errors.ts';
import { loadProject } from '../../emulator/project/load.ts';
import { temporaryFolder } from '../temporary.ts';

/** A handler that both generations' checks would take for v2. */
export const lambda = 'async function lambda(input) { return input.payload; }\n';

/** Files of a function that works. */
export function working(name: string, config: object = {}): Record<string, unknown> {
  return {
    [`functions/${name}/index.ts`]: lambda,
    [`functions/${name}/config.json`]: { name, description: 'greets', ...config },
  };
}

/** What a project of `files` says about each of its broken functions, one line for each reason. */
export function brokenOf(files: Record<string, unknown>, names?: string[]): Record<string, string[]> {
  const { broken } = loadProject(temporaryFolder(files), names);
  return Object.fromEntries(broken.map(({ name, findings }) => [name, findings.map(shown)]));
}

/** A finding on one line. */
export function shown({ code, message, where }: Finding): string {
  const place =
    where && [where.file, where.line, where.column].filter((part) => part !== undefined).join(':');
  return `${place} ${code}: ${message}`;
}

/** The finding that `action` throws. */
export function complaint(action: () => unknown): Finding {
  try {
    action();
  } catch (error) {
    if (isEmulatorError(error)) return error.finding;
    throw error;
  }
  throw new Error('nothing was thrown');
}
