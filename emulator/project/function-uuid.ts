import { createHash } from 'node:crypto';

/**
 * The uuid of a function in the imitated account: always the same for the same name (ours; the platform draws one when
 * a function is created).
 */
export function functionUuid(name: string): string {
  const digits = createHash('sha1').update(`lpf-emulator function ${name}`).digest('hex');
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}
