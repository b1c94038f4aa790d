import { join } from 'node:path';
import { type Finding, isEmulatorError } from '../errors.ts';
import { eventById } from '../platform/events.ts';
import type { FunctionSource } from '../project/function-source.ts';
import { loadFunctions } from '../project/load.ts';
import { filesIn } from './document/read.ts';

/** What of a project's functions says which payloads they are fed with. */
export type Fed = Pick<FunctionSource, 'name'> & { config: Pick<FunctionSource['config'], 'event'> };

/** The functions of the project at `root`; none where one of them cannot be read, and so may have any event. */
export function fedFunctions(root: string): Fed[] {
  try {
    const { functions, broken } = loadFunctions(root);
    return broken.length ? [] : functions;
  } catch (error) {
    if (isEmulatorError(error)) return [];
    throw error;
  }
}

/**
 * Payloads of an event that no function has, where one without an event may be meant; else they wait for a function that
 * is still to come.
 */
export async function unfed(root: string, event: string, functions: readonly Fed[]): Promise<Finding[]> {
  const eventless = functions.filter(({ config }) => config.event === null).map(({ name }) => name);
  if (eventless.length === 0 || functions.some(({ config }) => config.event === event)) return [];
  const folder = `payloads/${event}`;
  if ((await filesIn(root, join(root, folder))).length === 0) return [];
  return [
    {
      code: 'bad-payload',
      severity: 'warning',
      message: `no function is fed with what is in ${folder}: none has this event`,
      hint: `if it is for ${eventless.join(' or ')}, add ${entryOf(event)} to its config.json`,
      where: { file: folder },
    },
  ];
}

/** What to do with a folder that has the name of a function in place of its event's. */
export function folderOf({ name, config: { event } }: Fed): string {
  return event === null
    ? `${name} has no event: say who calls it in its config.json, such as ${entryOf('external')}, and name the folder for that`
    : `the event of ${name} is ${event}: move its payloads into payloads/${event}`;
}

/** How `config.json` names an event; a caller without an event has a key of its own. */
function entryOf(event: string): string {
  return `"${eventById(event)?.withoutEvent ? 'caller' : 'event'}": "${event}"`;
}
