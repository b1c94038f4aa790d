import type { Finding } from '../../errors.ts';
import { isObject, valueAt } from '../../payload/document/path.ts';
import { judgeCallbackCommands } from './callback-commands.ts';
import type { Contract } from './contract.ts';
import { doubtful, ignored } from './finding.ts';
import { quote, type JsonObject } from './value.ts';

/** One command of an answer and where it stands. */
interface Command {
  type: string;
  command: JsonObject;
  path: string;
}

/**
 * The contract of an event of Automatic Messages: callback commands, and doubts about those that are out of place at this
 * event. Routing belongs to a bot, because events arrive late and beside the platform's own routing: only conversations
 * that stand still may be moved. That nothing can be done to a closed conversation is inferred.
 * Source: developers.liveperson.com/liveperson-functions-event-sources-automatic-messages.html.
 */
export function automaticMessages(event: string): Contract {
  return (result, { payload }) => {
    const transfer = firstOf('transfer', result);
    const close = firstOf('closeConversation', result);
    return [
      ...judgeCallbackCommands(result),
      ...(event === 'controllerbot_messaging_conversation_end' ? [transfer, close].flatMap(afterTheEnd) : []),
      ...(event === 'controllerbot_messaging_new_conversation' ? transfer.flatMap(whileRouted) : []),
      ...transfer.flatMap((command) => toWhereItIs(command, payload)),
      ...(close.length > 0 ? transfer.flatMap(besideClosing) : []),
    ];
  };
}

/** The first command of that type, the only one that is processed; none where there is none. */
function firstOf(type: string, result: unknown): Command[] {
  const places = Array.isArray(result)
    ? result.map((command: unknown, index) => ({ command, path: `[${index}]` }))
    : [{ command: result, path: '' }];
  const found = places.find(({ command }) => isObject(command) && command['type'] === type);
  return found && isObject(found.command) ? [{ type, command: found.command, path: found.path }] : [];
}

function afterTheEnd(commands: Command[]): Finding[] {
  return commands.map(({ type, path }) =>
    ignored({
      path,
      what: `${type} comes too late: the conversation is closed`,
      hint: 'answer with a systemMessage or with []',
    }),
  );
}

function whileRouted({ path }: Command): Finding {
  return doubtful({
    path,
    what: 'a new conversation is being routed while this is called, so a transfer gets in the way',
    hint: 'route new conversations with a routing bot; transfer from here only what stands still',
  });
}

function toWhereItIs({ command, path }: Command, payload: unknown): Finding[] {
  const current = valueAt(payload, ['routing', 'newSkillId']);
  const { skillId } = command;
  if (command['agentId'] !== undefined || !isId(skillId) || !isId(current)) return [];
  if (String(skillId) !== String(current)) return [];
  return [
    doubtful({
      path: path === '' ? 'skillId' : `${path}.skillId`,
      what: `the conversation is in skill ${quote(current)} already`,
      hint: 'compare with payload.routing.newSkillId first: a transfer calls functions again, and this one would do so without end',
    }),
  ];
}

function isId(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function besideClosing({ path }: Command): Finding {
  return doubtful({
    path,
    what: 'the answer transfers the conversation and closes it',
    hint: 'do one of the two',
  });
}
