import type { AutomaticMessage } from '../events/automatic-messages';

/** Whether the account says that its line is closed; the flag is a boolean, one page suggests a text. */
export function inOffHours({ general }: AutomaticMessage<string>): boolean {
  return String(general?.inOffHours).toLowerCase() === 'true';
}
