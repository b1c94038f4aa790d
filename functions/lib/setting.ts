import { positiveNumber } from './positive-number';

/** Declared here, so that a project type-checks with the types of Node and without. */
declare const process: { env: Record<string, string | undefined> };

/** An environment variable from config.json, which are always text; `fallback` where it is missing or empty. */
export function setting(name: string, fallback: string): string {
  return process.env[name] || fallback;
}

/** A list in one environment variable, separated by commas. */
export function settings(name: string): string[] {
  return setting(name, '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** A number from zero up in an environment variable; `fallback` where it is none. */
export function numberSetting(name: string, fallback: number): number {
  const text = setting(name, '').trim();
  return text === '0' ? 0 : (positiveNumber(text) ?? fallback);
}

/** What stands for `key` in an environment variable such as `key=words, other=words`; null where nothing does. */
export function settingFor(name: string, key: string | null): string | null {
  for (const entry of settings(name)) {
    const at = entry.indexOf('=');
    if (at > 0 && entry.slice(0, at).trim() === key) return entry.slice(at + 1).trim() || null;
  }
  return null;
}
