import type { Finding } from '../../errors.ts';
import type { Failure } from './failure.ts';
import type { Plan } from './plan.ts';

/** What the contract has against an answer and nothing of its plan tells: the connector takes no notice of it. */
export function overlooked(findings: readonly Finding[], plan: Plan | Failure): Finding[] {
  const told = new Set('error' in plan ? plan.findings : toldBy(plan));
  return findings
    .filter((finding) => !told.has(finding))
    .map((finding) => ({ ...finding, severity: 'warning' }));
}

function toldBy({ messages, action }: Plan): Finding[] {
  const ofMessages = messages.flatMap((message) => {
    if ('failure' in message) return [...message.failure.findings];
    return message.entry.kind === 'bot-dropped' ? [message.entry.finding] : [];
  });
  const ofAction = action && (action.failure || !action.action) ? action.findings : [];
  return [...ofMessages, ...ofAction];
}
