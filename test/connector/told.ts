import type { Conversation } from '../../emulator/connector/session/conversation.ts';
import type { Entry } from '../../emulator/connector/transcript/entry.ts';

/** A transcript in short lines: seconds since the first entry, and what happened. Ids are left out. */
export function told({ transcript }: Pick<Conversation, 'transcript'>): string {
  const begin = transcript[0]?.at ?? 0;
  return transcript.map((entry) => `${(entry.at - begin) / 1000}s ${line(entry)}`).join('\n');
}

function short(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 120) ?? '';
}

/** One entry as a line. */
export function line(entry: Entry): string {
  switch (entry.kind) {
    case 'consumer-text':
      return `consumer: ${entry.text} → ${entry.to}`;
    case 'consumer-click':
      return `consumer clicks ${entry.title} (${entry.text}) → ${entry.to}`;
    case 'consumer-rich-content':
    case 'consumer-file':
      return `${entry.kind} → ${entry.to}`;
    case 'consumer-event':
      return `consumer-event ${entry.type} → ${entry.to}`;
    case 'agent-joined':
      return `${entry.agent} joins`;
    case 'agent-text':
      return `${entry.agent}: ${entry.text}`;
    case 'bot-call':
      return `call ${entry.bot} ${entry.event}${'answer' in entry ? '' : ' failed'}`;
    case 'hook':
      return `${entry.hook} hook ${entry.function} ${entry.outcome}`;
    case 'bot-text':
    case 'bot-private-note':
      return `${entry.kind}: ${entry.text}`;
    case 'bot-quick-replies':
      return `bot-quick-replies: ${entry.text} [${entry.choices.map(({ title }) => title).join(', ')}]`;
    case 'bot-card':
      return `bot-card [${entry.choices.map(({ title }) => title).join(', ')}]`;
    case 'bot-delay':
      return `bot-delay ${entry.seconds}s${entry.typing ? ' typing' : ''}`;
    case 'bot-dropped':
      return `bot-dropped: ${entry.finding.message}`;
    case 'connector-text':
      return `${entry.setting} to ${entry.audience}: ${entry.text}`;
    case 'action':
      return `${entry.action} ${short(entry.parameters)} ${entry.outcome}`;
    case 'error':
      return `error ${entry.error}: ${entry.message}`;
    case 'escalated':
      return `escalated to ${entry.skill} ${entry.outcome}`;
    case 'assigned':
      return `assigned to ${entry.to.type === 'nobody' ? 'nobody' : `${entry.to.type} ${entry.to.name}`} (${entry.skill}) by ${entry.by}`;
    case 'bot-state':
      return `bot ${entry.state}${entry.attempts === undefined ? '' : ` after ${entry.attempts} attempts`}`;
    case 'closed':
      return `closed by ${entry.by}${entry.survey ? '' : ' without survey'}`;
    case 'notice':
      return `notice ${entry.finding.code}: ${entry.finding.message}`;
    default:
      return entry.kind;
  }
}

/** What reached the consumer: texts, and the titles of what can be clicked. */
export function seen({ transcript }: Pick<Conversation, 'transcript'>): string[] {
  return transcript.flatMap((entry) => {
    if (entry.kind === 'bot-text') return [entry.text];
    if (entry.kind === 'bot-quick-replies')
      return [`${entry.text} [${entry.choices.map(({ title }) => title).join(', ')}]`];
    if (entry.kind === 'bot-card') return [`[${entry.choices.map(({ title }) => title).join(', ')}]`];
    if (entry.kind === 'connector-text' && entry.audience === 'consumer') return [entry.text];
    return [];
  });
}

/** The errors of a conversation, by their codes without prefix. */
export function errorsOf({ transcript }: Pick<Conversation, 'transcript'>): string[] {
  return transcript.flatMap((entry) => (entry.kind === 'error' ? [entry.error] : []));
}

/** What the bot was asked, call by call. */
export function requestsOf({ transcript }: Pick<Conversation, 'transcript'>): Request[] {
  return transcript.flatMap((entry) => (entry.kind === 'bot-call' ? [entry.request as Request] : []));
}

/** A request, as far as tests look at it. */
export interface Request {
  convId: string;
  message?: string;
  event?: { name: string };
  context: { lpEvent: Record<string, unknown>; lpSdes: Record<string, unknown> };
}
