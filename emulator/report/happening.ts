import type { Assignee, Entry } from '../connector/transcript/entry.ts';
import { actionLine } from '../conversation/check/action.ts';
import { shortCode } from '../platform/connector-errors.ts';
import { printable } from './printable.ts';

/** What somebody or something did without a word. */
type Happening = Exclude<
  Entry,
  {
    kind:
      | `consumer-${'text' | 'click' | 'file' | 'rich-content'}`
      | `bot-${'text' | 'quick-replies' | 'card' | 'private-note' | 'dropped' | 'call'}`
      | 'agent-text'
      | 'connector-text'
      | 'notice'
      | 'error';
  }
>;

/** A happening in one line. */
export function happeningLine(entry: Happening): string {
  return (lines[entry.kind] as (entry: Happening) => string)(entry);
}

const lines: {
  readonly [Kind in Happening['kind']]: (entry: Extract<Happening, { kind: Kind }>) => string;
} = {
  'consumer-joined': () => 'the consumer opens the window',
  'consumer-typing': () => 'the consumer types',
  'consumer-attributes': () => 'the page reports engagement attributes',
  'consumer-event': ({ type }) => `an event ${printable(type)}, which no bot gets`,
  'agent-joined': ({ agent }) => `agent ${printable(agent)} joins`,
  hook: ({ hook, function: name, outcome }) => `${hook} hook ${printable(name)}: ${outcome}`,
  'bot-delay': ({ seconds, typing }) => `a pause of ${seconds} s${typing ? ', typing' : ''}`,
  'bot-silent': () => 'the bot says nothing, on purpose',
  'function-call': calledText,
  action: (entry) => `action ${printable(actionLine(entry))}`,
  escalated: escalationText,
  assigned: ({ to, skill }) => `${assigneeText(to)} has it now, skill ${printable(skill)}`,
  'bot-state': ({ bot, state, attempts }) =>
    `${printable(bot)} is ${state}${attempts === undefined ? '' : `, after ${attempts} restarts`}`,
  'bot-closed': ({ bot }) => `${printable(bot)} was told of the end`,
  'survey-started': ({ bot }) => `a survey begins with ${printable(bot)}`,
  'survey-ended': () => 'the survey ends',
  closed: ({ by }) => (by === 'inactivity' ? 'closed for inactivity' : `the ${by} closes the conversation`),
};

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
