import { Toolbelt } from 'core-functions-toolbelt';

/**
 * The text of a plain secret; null where it is missing, empty, no text, or not there within `timeout` milliseconds (v1
 * waits for it in any case). v2 keeps what it has read for five minutes.
 */
export async function secretText(key: string, timeout: number): Promise<string | null> {
  try {
    const { value } = await Toolbelt.SecretClient().readSecret(key, { timeout });
    return typeof value === 'string' && value !== '' ? value : null;
  } catch {
    return null;
  }
}
