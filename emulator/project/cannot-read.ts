import { type Code, EmulatorError } from '../errors.ts';
import { systemCode } from './system-code.ts';

/** For each code of the system why something cannot be read, and what to do. */
const reasons: Readonly<Record<string, readonly [why: string, hint: string]>> = {
  EACCES: ['you may not read it', 'make it readable for you'],
  EPERM: ['you may not read it', 'make it readable for you'],
  EISDIR: ['it is a folder', 'put a file in its place, or remove it'],
  ENOTDIR: ['it is no folder', 'put a folder in its place, or remove it'],
  ELOOP: ['a link on the way to it leads in a circle', 'remove that link, or let it lead to what is meant'],
  ENAMETOOLONG: ['its name is too long', 'give a shorter one'],
};

/** Whether an error of the system says that there is no such thing, which may be as it should be. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '');
}

/** What to throw where `shown` could not be read. An error that is none of the system's is thrown as it is. */
export function cannotRead(shown: string, error: unknown, code: Code = 'file-not-found'): unknown {
  const cause = systemCode(error);
  if (cause === undefined) return error;
  const [why, hint] = reasons[cause] ?? [`the system says ${cause}`, 'give another file or folder'];
  return new EmulatorError({
    code,
    message: `${shown} cannot be read: ${why}`,
    hint,
    where: { file: shown },
  });
}
