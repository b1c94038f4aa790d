import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Finding } from '../../errors.ts';
import type { CallableFunctions } from '../../invoke/callable.ts';
import { assertValid, firstOf } from '../../payload/check/check.ts';
import { parseDocument } from '../../payload/document/document.ts';
import type { PayloadDocument } from '../../payload/document/payload-document.ts';
import { readText } from '../../payload/document/read.ts';
import { formatPath } from '../../payload/document/path.ts';
import { saysNothing } from '../../payload/document/says-nothing.ts';
import { isFile } from '../../project/find.ts';
import { settingsOf } from './read-settings.ts';
import type { GivenSettings } from './settings.ts';
import { settingsSchema, type WrittenSettings } from './settings-schema.ts';
import { skillOf, skillSchema } from './skill-schema.ts';
import type { Skill } from './skills.ts';
import { type Known, type Stranger, strangersAmong } from './strangers.ts';

/** How the bots of a project are set up in Third-Party Bots, beside `functions/`; ours. */
export const connectorFileName = 'connector.yaml';

/** What a project says about Third-Party Bots. */
export interface ConnectorFile {
  /** The settings of each bot, by the name of its function. */
  bots: Readonly<Record<string, GivenSettings>>;
  /** The skills of the account beside those of the bots; any name is one where they are missing. */
  skills?: readonly Skill[];
}

const schema = z.strictObject({
  bots: z.optional(z.record(z.string(), settingsSchema)),
  skills: z.optional(z.array(skillSchema)),
});

/** The functions of a project as its file may name them. */
export function knownIn(functions: Pick<CallableFunctions, 'names' | 'eventOf'>): Known {
  return { names: functions.names(), eventOf: (name) => functions.eventOf(name) };
}

/**
 * The project's own file; empty where there is none. Throws `unparsable-payload` and `bad-connector-settings`, each with
 * its position.
 */
export async function loadConnectorFile(root: string, known: Known): Promise<ConnectorFile> {
  const path = join(root, connectorFileName);
  if (!isFile(path)) return { bots: {} };
  const text = await readText(path, connectorFileName);
  if (saysNothing(text)) return { bots: {} };
  const document = await parseDocument(text, connectorFileName);
  await assertValid(schema, {
    document,
    code: () => 'bad-connector-settings',
    hint: 'connector.yaml has the keys bots (settings by the name of a function) and skills',
  });
  const { bots: written = {}, skills } = (document.value ?? {}) as z.infer<typeof schema>;
  const bots = settingsByName(written);
  const strange = strangersAmong(bots, known).map((each) => toFinding(document, each));
  const failed = firstOf(await Promise.all(strange));
  if (failed) throw failed;
  return { bots, ...(skills && { skills: skills.map(skillOf) }) };
}

function settingsByName(bots: Record<string, WrittenSettings>): Record<string, GivenSettings> {
  return Object.fromEntries(Object.entries(bots).map(([name, written]) => [name, settingsOf(written)]));
}

async function toFinding(
  { file, locate }: PayloadDocument,
  { path, spot, message, hint }: Stranger,
): Promise<Finding> {
  return {
    code: 'bad-connector-settings',
    severity: 'error',
    message: `${file}: ${message}`,
    hint,
    where: await locate(path, spot),
    path: formatPath(path),
  };
}
