import { join } from 'node:path';
import { connectorFileName, loadConnectorFile } from '../../connector/settings/connector-file.ts';
import { isFile } from '../../project/find.ts';
import type { Project } from '../../project/project.ts';
import { type Check, good } from './check.ts';

/** Whether Third-Party Bots can be set up as the project says; nothing where it says nothing. */
export async function checkConnector(
  root: string,
  { functions, broken }: Pick<Project, 'functions' | 'broken'>,
): Promise<Check[]> {
  if (!isFile(join(root, connectorFileName))) return [];
  const { bots } = await loadConnectorFile(root, {
    names: [...functions, ...broken].map(({ name }) => name),
    eventOf: (wanted) => functions.find(({ name }) => name === wanted)?.config.event,
  });
  return [good('connector', `${connectorFileName}: ${Object.keys(bots).join(', ') || 'no bot yet'}`)];
}
