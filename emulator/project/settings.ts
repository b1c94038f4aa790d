import { join } from 'node:path';
import * as z from 'zod/mini';
import { isFile } from './find.ts';
import { type JsonFile, readJson } from './json-file.ts';

/** lpf's own `functions/settings.json`: local secrets and, for v1, the domains that may be called. */
export interface Settings {
  secrets: Secret[];
  whitelist: string[];
}

/** One local secret; its value is text or whatever JSON holds, as in the platform's secret storage. */
export interface Secret {
  key: string;
  value: unknown;
}

const secret = z.object(
  {
    key: z.string('must be text'),
    value: z.unknown().check(z.refine((value) => value !== undefined, 'is missing')),
  },
  'must be an object with "key" and "value"',
);

const settingsSchema: z.ZodMiniType<Settings> = z.pipe(
  z.object(
    {
      secrets: z.optional(z.array(secret, 'must be an array of { "key", "value" }')),
      whitelist: z.optional(z.array(z.string('must be text: a domain'), 'must be an array of domains')),
    },
    'must hold an object',
  ),
  z.transform(({ secrets, whitelist }) => ({ secrets: secrets ?? [], whitelist: whitelist ?? [] })),
);

/** Reads the settings of the project at `root`; empty where it has none. Throws `bad-settings` with the position. */
export function loadSettings(root: string): Settings {
  const file = settingsFile(root);
  if (!isFile(file.path)) return { secrets: [], whitelist: [] };
  return readJson(file, settingsSchema);
}

/** The settings of the project at `root` as a file, whether it is there or not. */
export function settingsFile(root: string): JsonFile {
  const hint = 'write it as { "secrets": [{ "key": "name", "value": "text or JSON" }] }, or remove the file';
  return { path: join(root, 'functions', 'settings.json'), root, code: 'bad-settings', hint };
}
