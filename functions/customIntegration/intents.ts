import type { CustomIntegration } from '../lib/events';

/** What this bot understands. */
export type IntentId = 'order' | 'urgent' | 'agent' | 'goodbye' | 'greeting' | 'fallback';

export interface Understood {
  id: IntentId;
  /** For the answer's `context`, so that agents see it in the escalation summary. */
  intent: CustomIntegration.Intent;
  orderNumber: string | null;
}

/** In order of importance: the first that fits is the intent, the others are its alternatives. */
const intents: readonly { id: IntentId; name: string; pattern: RegExp }[] = [
  { id: 'urgent', name: 'Urgent', pattern: /(?<!\bnot )\b(urgent|emergency|asap)\b/i },
  { id: 'agent', name: 'Talk to an agent', pattern: /\b(agent|human|person|colleague|representative)\b/i },
  { id: 'order', name: 'Order status', pattern: /\b(orders?|parcel|package|delivery|shipping)\b/i },
  { id: 'goodbye', name: 'Goodbye', pattern: /\b(bye|goodbye|no,? thank(s| you)|that is all|that's all)\b/i },
  { id: 'greeting', name: 'Greeting', pattern: /\b(hi|hello|hey|help|menu|start|welcome)\b/i },
];

const orderNumber = /\b\d{6,10}\b/;

/** Reads at most this much of a message, so that a pasted novel costs nothing. */
const readable = 1000;

/** What the consumer wants: a clicked button decides, otherwise the words. A number alone is an order number. */
export function understand(text: string, clickId: string | null): Understood {
  const start = text.slice(0, readable);
  const number = orderNumber.exec(start)?.[0] ?? null;
  const clicked = intents.find(({ id }) => id === clickId);
  if (clicked) return understood(clicked, 1, number, []);
  const fitting = intents.filter(
    ({ id, pattern }) => pattern.test(start) || (id === 'order' && number !== null),
  );
  const [first, ...others] = fitting;
  if (!first) return understood({ id: 'fallback', name: 'Not understood' }, 0, number, []);
  return understood(first, others.length === 0 ? 0.9 : 0.7, number, others);
}

function understood(
  best: { id: IntentId; name: string },
  confidenceScore: number,
  number: string | null,
  others: readonly { id: IntentId; name: string }[],
): Understood {
  const alternativeIntents = others.map(({ id, name }) => ({
    intentId: id,
    intentName: name,
    confidenceScore: 0.3,
  }));
  return {
    id: best.id,
    orderNumber: number,
    intent: {
      intentId: best.id,
      intentName: best.name,
      confidenceScore,
      ...(alternativeIntents.length > 0 && { alternativeIntents }),
    },
  };
}
