import { judgeAnswer } from '../../emulator/invoke/contract/judge.ts';

/** A messaging conversation, as far as the contract looks at it. */
export const messaging = {
  convId: '11111111-2222-4333-8444-555555555555',
  message: 'hi',
  context: { lpEvent: { conversationContext: { type: 'MESSAGING' } }, lpSdes: {} },
};

/** A chat, as far as the contract looks at it. */
export const chat = {
  convId: 'H4127499448709883677-aaaaK0000000',
  context: { lpEvent: { conversationContext: { type: 'CHAT' } }, lpSdes: {} },
};

/** The findings on an answer to the custom integration event, one line each: severity, code, path, message, hint. */
export async function judged(answer: unknown, payload: unknown = messaging): Promise<string> {
  return lines('bot_connectors_custom_integration', answer, payload);
}

/** The findings on an answer to any event, as text. */
export async function lines(event: string | null, answer: unknown, payload: unknown = {}): Promise<string> {
  const findings = await judgeAnswer(event, answer, { payload, generation: 'v2' });
  return findings
    .map(
      ({ severity, code, path, message, hint }) =>
        `${severity} ${code} at ${path ?? '-'}\n  ${message}\n  → ${hint}`,
    )
    .join('\n');
}

/** A card with these elements, as an answer's only message. */
export const card = (...elements: unknown[]): { messages: unknown[] } => ({
  messages: [{ structuredContent: { type: 'vertical', elements } }],
});
