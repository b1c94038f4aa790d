import { type Finding, isEmulatorError } from '../../emulator/errors.ts';

/** A finding as one text: code, place, message, hint. */
export function told({ code, where, path, message, hint }: Finding): string {
  const place =
    where && [where.file, where.line, where.column].filter((part) => part !== undefined).join(':');
  return `${code}${place ? ` at ${place}` : ''}${path ? ` (${path})` : ''}: ${message} → ${hint}`;
}

/** What a promise is rejected with, as one text. */
export async function refusal(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (isEmulatorError(error)) return told(error.finding);
    throw error;
  }
  throw new Error('nothing was refused');
}
