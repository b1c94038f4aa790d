import { conversationId } from '../lib/conversation-id';
import type { ErrorHook, Input } from '../lib/events';
import { field } from '../lib/field';
import { identifier } from '../lib/identifier';
import { postReport } from '../lib/outbound/webhook';
import { causeOf, errorCode, type CauseClass } from './causes';

/** What an operator needs to act, and nothing about the consumer: no message, no name, no engagement attribute. */
interface Report {
  code: string | null;
  class: CauseClass;
  advice: string;
  /** What the bot's status dashboard lists the error under. */
  errorId: string | null;
  vendor: string | null;
  convId: string | null;
  /** What the function had answered, in numbers; null where no answer was passed on. */
  answer: { messages: number; action: string | null } | null;
}

/** Called when a bot has a problem. The caller ignores the answer; the log entry and the webhook are the result. */
export async function lambda(input: Input<ErrorHook.Request>): Promise<null> {
  const report = reportOf(field(input, 'payload'));
  log(report);
  const text = `Bot error ${report.code ?? 'without a code'} (${report.class}). ${report.advice}`;
  await postReport({ of: 'error', variable: 'ERROR_WEBHOOK_URL', text, report });
  return null;
}

/** The code is documented for neither field of the error, so both are read. */
function reportOf(payload: unknown): Report {
  const code = errorCode(field(payload, 'error', 'name')) ?? errorCode(field(payload, 'error', 'errorId'));
  return {
    code,
    ...causeOf(code),
    errorId: identifier(field(payload, 'error', 'errorId')),
    vendor: identifier(field(payload, 'vendor')),
    convId: conversationId(payload),
    answer: answerOf(field(payload, 'faas')),
  };
}

function answerOf(faas: unknown): Report['answer'] {
  if (typeof faas !== 'object' || faas === null) return null;
  const messages = field(faas, 'messages');
  return {
    messages: Array.isArray(messages) ? messages.length : 0,
    action: identifier(field(faas, 'context', 'action')),
  };
}

/** One entry of at most ten; the level follows from who has to act. */
function log(report: Report): void {
  const message = `Bot error: ${report.class}`;
  if (report.class === 'conversation') console.info(message, report);
  else if (report.class === 'retryable' || report.class === 'limit') console.warn(message, report);
  else console.error(message, report);
}
