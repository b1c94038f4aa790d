import type * as z from 'zod/mini';
import { type SettingRow, settingRows } from './setting-rows.ts';

type Rows = typeof settingRows;
type Name = keyof Rows;

/** The settings by their names in the environment, read: durations in milliseconds, sizes in bytes. */
export type Settings = {
  [K in Name]: Rows[K] extends { otherwise: null }
    ? z.output<Rows[K]['kind']> | undefined
    : z.output<Rows[K]['kind']>;
};

/** What is wrong with one setting. */
export interface SettingFault {
  name: string;
  message: string;
}

/** The settings of `environment`, or all that is wrong with them at once. What is empty counts as not given. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): { settings: Settings } | { faults: SettingFault[] } {
  const faults: SettingFault[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, row] of Object.entries<SettingRow>(settingRows)) {
    const given = environment[name] || (row.otherwise ?? undefined);
    if (given === undefined && row.otherwise === null) continue;
    const read = row.kind.safeParse(given);
    values[name] = read.data;
    if (!read.success) faults.push({ name, message: read.error.issues[0]?.message ?? 'cannot be used' });
  }
  faults.push(...keyFaults(environment));
  return faults.length > 0 ? { faults } : { settings: values as Settings };
}

/** Tokens are checked with what Sentinel publishes or with one fixed key: one of the two, or nobody knows which holds. */
function keyFaults({
  SENTINEL_URL: url,
  SENTINEL_PUBLIC_KEY: key,
}: Readonly<Record<string, string | undefined>>) {
  if (!url && !key)
    return [{ name: 'SENTINEL_URL', message: 'is missing, and SENTINEL_PUBLIC_KEY is too: give one' }];
  if (url && key)
    return [{ name: 'SENTINEL_URL', message: 'and SENTINEL_PUBLIC_KEY are both given: leave one out' }];
  return [];
}
