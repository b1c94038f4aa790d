import type { ConnectorSettings } from '../../connector/settings/settings.ts';
import { isObject } from '../../payload/document/path.ts';
import { duration } from '../duration.ts';
import { printable } from '../printable.ts';

/** The settings of a bot, one a line. */
export function settingLines(settings: ConnectorSettings): string[] {
  return linesOf({ ...settings }, '');
}

function linesOf(settings: Readonly<Record<string, unknown>>, before: string): string[] {
  return Object.entries(settings).flatMap(([key, value]) =>
    isObject(value) ? linesOf(value, `${before}${key}.`) : [`${before}${key}: ${shown(key, value)}`],
  );
}

function shown(key: string, value: unknown): string {
  if (value === null) return 'none';
  if (typeof value === 'number' && key.startsWith('time')) return duration(value);
  return printable(typeof value === 'string' ? value : JSON.stringify(value));
}
