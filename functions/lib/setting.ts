import { positiveNumber } from './positive-number';

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

/** A number above zero in an environment variable; `fallback` where it is none. */
export function numberSetting(name: string, fallback: number): number {
  return positiveNumber(process.env[name]) ?? fallback;
}
