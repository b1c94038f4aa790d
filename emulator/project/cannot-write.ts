import { EmulatorError } from '../errors.ts';
import { systemCode } from './system-code.ts';

/** For each code of the system why nothing can be written, and what to do. */
const reasons: Readonly<Record<string, readonly [why: string, hint: string]>> = {
  EACCES: ['you may not write there', 'make it writable for you, or choose another place'],
  EPERM: ['you may not write there', 'make it writable for you, or choose another place'],
  EROFS: ['the disk is read-only', 'choose a place on another disk'],
  ENOSPC: ['the disk is full', 'make room on the disk'],
  EDQUOT: ['your share of the disk is full', 'make room on the disk'],
  ENOENT: ['its folder does not exist', 'make its folder first, or choose another place'],
  EEXIST: ['a file is in the way of a folder', 'move that file away, or choose another place'],
  ENOTDIR: ['a file is in the way of a folder', 'move that file away, or choose another place'],
  EISDIR: ['a folder is in its place', 'move that folder away, or choose another place'],
  ELOOP: ['a link on the way to it leads in a circle', 'remove that link, or choose another place'],
  ENAMETOOLONG: ['its name is too long', 'choose a shorter name'],
};

/**
 * What to throw where `shown` could not be written; `aftermath` is what has become of what was to be written. An error
 * that is none of the system's is thrown as it is.
 */
export function cannotWrite(shown: string, error: unknown, aftermath?: string): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  const [why, hint] = reasons[code] ?? [`the system says ${code}`, 'choose another place'];
  return new EmulatorError({
    code: 'cannot-write',
    message: `${shown} cannot be written: ${why}`,
    hint: aftermath === undefined ? hint : `${aftermath}; ${hint}`,
  });
}
