import type { Assignee, Entry } from '../connector/entry.ts';
import { actionLine } from '../conversation/check/action.ts';
import { shortCode } from '../platform/connector-errors.ts';
import { printable } from './printable.ts';

/** What somebody or something did without a word, in one line. */
export function happeningLine(entry: Entry): string {
  switch (entry.kind) {
    case 'consumer-joined':
      return 'the consumer opens the window';
    case 'consumer-typing':
      return 'the consumer types';
    case 'consumer-attributes':
      return 'the page reports engagement attributes';
    case 'consumer-event':
      return `an event ${printable(entry.type)}, which no bot gets`;
    case 'agent-joined':
      return `agent ${printable(entry.agent)} joins`;
    case 'hook':
      return `${entry.hook} hook ${printable(entry.function)}: ${entry.outcome}`;
    case 'bot-delay':
      return `a pause of ${entry.seconds} s${entry.typing ? ', typing' : ''}`;
    case 'bot-silent':
      return 'the bot says nothing, on purpose';
    case 'function-call':
      return calledText(entry);
    case 'action':
      return `action ${printable(actionLine(entry))}`;
    case 'escalated':
      return escalationText(entry);
    case 'assigned':
      return `${assigneeText(entry.to)} has it now, skill ${printable(entry.skill)}`;
    default:
      return ending(entry);
  }
}

function ending(entry: Entry): string {
  switch (entry.kind) {
    case 'bot-state': {
      const after = entry.attempts === undefined ? '' : `, after ${entry.attempts} restarts`;
      return `${printable(entry.bot)} is ${entry.state}${after}`;
    }
    case 'survey-started':
      return `a survey begins with ${printable(entry.bot)}`;
    case 'bot-closed':
      return `${printable(entry.bot)} was told of the end`;
    case 'survey-ended':
      return 'the survey ends';
    case 'closed':
      return entry.by === 'inactivity' ? 'closed for inactivity' : `the ${entry.by} closes the conversation`;
    default:
      return entry.kind;
  }
}

function calledText({
  function: name,
  payload,
  answer,
  message,
}: Extract<Entry, { kind: 'function-call' }>): string {
  const end = message === undefined ? `answered ${JSON.stringify(answer) ?? 'nothing'}` : message;
  return printable(`${name} was called with ${payload}: ${end}`);
}

function escalationText({ code, skill, outcome }: Extract<Entry, { kind: 'escalated' }>): string {
  const why = code === null ? '' : ` for ${shortCode(code)}`;
  return printable(`escalated${why} to ${skill}${outcome === 'done' ? '' : ', but nobody takes it'}`);
}

function assigneeText(to: Assignee): string {
  if (to.type === 'nobody') return 'nobody';
  return `${to.type === 'bot' ? 'the bot' : 'agent'} ${printable(to.name)}`;
}
