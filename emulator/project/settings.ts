import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { EmulatorError, type Finding } from '../errors.ts';
import { isFile } from './find.ts';
import { type JsonFile, placeOf, readJson } from './json-file.ts';
import { misspeltKeys } from './misspelt-keys.ts';
import { faultsOfSecrets } from './secret-faults.ts';
import type { Secret } from './secret.ts';

/** lpf's own `functions/settings.json`: local secrets and, for v1, the domains that may be called. */
export interface Settings {
  secrets: Secret[];
  whitelist: string[];
  /** The text of `account.yaml`, what the imitated account begins with; absent where there is none. */
  account?: string;
}

const secret = z.object(
  {
    key: z.string('must be text'),
    value: z.unknown().check(z.refine((value) => value !== undefined, 'is missing')),
  },
  'must be an object with "key" and "value"',
);

/** Source: developers.liveperson.com/liveperson-functions-foundations-limitations.html, one wildcard in each. */
const domain = z
  .string('must be text: a domain')
  .check(
    z.refine(
      (text) => /^[^\s/:*]*\*?[^\s/:*]*$/.test(text) && text !== '',
      'must be a domain without protocol, port and path, with one * at most',
    ),
  );

const settingsSchema: z.ZodMiniType<Omit<Settings, 'account'>> = z.pipe(
  z.object(
    {
      secrets: z.optional(z.array(secret, 'must be an array of { "key", "value" }')),
      whitelist: z.optional(z.array(domain, 'must be an array of domains')),
    },
    'must hold an object',
  ),
  z.transform(({ secrets, whitelist }) => ({ secrets: secrets ?? [], whitelist: whitelist ?? [] })),
);

/** What the imitated account begins with, beside `functions/`; ours. */
export const accountFile = 'account.yaml';

/** Reads the settings of the project at `root`; empty where it has none. Throws `bad-settings` with the position. */
export function loadSettings(root: string): Settings {
  const file = settingsFile(root);
  const settings = isFile(file.path) ? readJson(file, settingsSchema) : { secrets: [], whitelist: [] };
  const account = accountText(root);
  return account === undefined ? settings : { ...settings, account };
}

/** The text of `account.yaml` of the project at `root`; `undefined` where there is none. */
export function accountText(root: string): string | undefined {
  const path = join(root, accountFile);
  return isFile(path) ? readFileSync(path, 'utf8') : undefined;
}

/** What `loadSettings` reads; throws also for secrets that the platform would not hold. */
export function loadUsableSettings(root: string): Settings {
  const settings = loadSettings(root);
  const fault = faultsOfSecrets(settings.secrets).find(({ severity }) => severity === 'error');
  if (fault === undefined) return settings;
  const { path, message, hint } = fault;
  const where = placeOf(settingsFile(root), ['secrets', ...path]);
  throw new EmulatorError({ code: 'bad-settings', message, hint, where });
}

/** Keys in the settings of the project at `root` that look like a slip of the pen; each is a warning. */
export function settingsDoubts(root: string): Finding[] {
  return misspeltKeys(settingsFile(root), { secrets: null, whitelist: null });
}

/** The settings of the project at `root` as a file, whether it is there or not. */
export function settingsFile(root: string): JsonFile {
  const hint = 'write it as { "secrets": [{ "key": "name", "value": "text or JSON" }] }, or remove the file';
  return { path: join(root, 'functions', 'settings.json'), root, code: 'bad-settings', hint };
}
