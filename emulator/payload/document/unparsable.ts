import { EmulatorError, type Where } from '../../errors.ts';

/** Ours, since the platform documents no limit: YAML of this size takes a second to parse. In characters. */
export const longestText = 1024 * 1024;

/** The complaint about a text that is neither JSON nor YAML; other files than payloads are read with it too. */
export function unparsable(message: string, where: Where, hint: string): EmulatorError {
  return new EmulatorError({ code: 'unparsable-payload', message, hint, where });
}

/** The complaint about a text of `size` characters that is not worth parsing. */
export function tooLarge(file: string, size: number): EmulatorError {
  return unparsable(
    `${file} has ${megabytes(size)}, more than the ${megabytes(longestText)} that are read`,
    { file },
    'shorten it, or split it into several files',
  );
}

/** The complaint about a text with nothing in it. */
export function emptyText(file: string): EmulatorError {
  return unparsable(
    `${file} is empty`,
    { file, line: 1, column: 1 },
    'write a payload into it: `lpf-emulator payload new <event>` prints one to start from',
  );
}

function megabytes(count: number): string {
  return `${(count / 1024 / 1024).toFixed(1)} MB`;
}
