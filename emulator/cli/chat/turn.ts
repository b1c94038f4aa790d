import { basename, resolve } from 'node:path';
import type { ConnectorSettings } from '../../connector/settings/settings.ts';
import { turn as schema, type Turn } from '../../conversation/schema/turn.ts';
import { EmulatorError } from '../../errors.ts';
import { parseDocument } from '../../payload/document/document.ts';
import { explain } from '../../payload/check/explain.ts';
import { fragmentNamed, fragmentsOf } from '../../payload/compose/fragments.ts';
import { valueAt } from '../../payload/document/path.ts';
import { isFile } from '../../project/find.ts';
import { type CommandName, commands } from './commands.ts';

/** What a command is understood by. */
export interface TurnContext {
  root: string;
  cwd: string;
  settings: ConnectorSettings;
  /** The agent who joined last, unless the conversation is assigned to one. */
  agent: string | undefined;
}

/** The turn that a command stands for; `undefined` for one that is no part of a conversation. Throws `bad-usage`. */
export async function turnOf(
  name: CommandName,
  argument: string,
  context: TurnContext,
): Promise<Turn | undefined> {
  const { takes } = commands[name];
  if (takes.startsWith('<') && argument === '') throw unusable(name, 'takes something more');
  if (takes === '' && argument !== '') throw unusable(name, 'takes nothing more');
  const turn = await written(name, argument, context);
  const [complaint] = turn === undefined ? [] : explain(schema, turn);
  if (complaint) throw unusable(name, `is not understood: ${complaint.message}`);
  return turn as Turn | undefined;
}

/** The same as a conversation file would have it, not yet checked. */
async function written(name: CommandName, argument: string, context: TurnContext): Promise<unknown> {
  const { settings, cwd } = context;
  switch (name) {
    case 'say':
      return { says: argument };
    case 'click':
      return { clicks: argument };
    case 'file':
      return { sends: { file: fileName(argument, cwd) } };
    case 'card':
      return { sends: { richContent: await richContent(argument, context) } };
    case 'types':
      return { types: true };
    case 'welcome':
      return settings.conversationType === 'chat'
        ? { joins: true }
        : { agent: { transfers: settings.skill } };
    case 'sdes':
      return { reports: await json(name, argument) };
    default:
      return byOthers(name, argument, context);
  }
}

function byOthers(name: CommandName, argument: string, { settings, agent }: TurnContext): unknown {
  switch (name) {
    case 'agent-joins':
      return { agent: { joins: argument === '' ? true : argument } };
    case 'agent-says':
      return { agent: { says: argument, ...(agent !== undefined && { name: agent }) } };
    case 'transfer':
      return { agent: { transfers: argument === '' ? settings.skill : argument } };
    case 'idle':
      // A bare number counts seconds, which a file has as a number.
      return { idle: /^\d+(\.\d+)?$/.test(argument) ? Number(argument) : argument };
    case 'bot':
      return { bot: argument };
    case 'close':
      return { closes: argument === '' ? 'consumer' : argument };
    default:
      return undefined;
  }
}

/** A file that is there goes by its own name: where it lies is nothing that a consumer would tell. */
function fileName(argument: string, cwd: string): string {
  return isFile(resolve(cwd, argument)) ? basename(argument) : argument;
}

/** The sample is the one of the payloads. */
async function richContent(argument: string, { root }: TurnContext): Promise<unknown> {
  if (argument !== '' && argument !== 'sample') return json('card', argument);
  const { document } = await fragmentNamed(fragmentsOf(root), 'lpEvent/rich-content');
  return valueAt(document.value, ['value', 'event', 'content']);
}

async function json(name: CommandName, argument: string): Promise<unknown> {
  return (await parseDocument(argument, `/${name}`)).value;
}

function unusable(name: CommandName, what: string): EmulatorError {
  const { takes, what: meaning } = commands[name];
  return new EmulatorError({
    code: 'bad-usage',
    message: `/${name} ${what}`,
    hint: `write it like /${`${name} ${takes}`.trim()}: ${meaning}`,
  });
}
