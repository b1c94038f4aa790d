import { answers } from './answers';

interface Request {
  message?: string;
  event?: { name?: string };
  context?: {
    lpEvent?: { content?: string; lastConsumerMessage?: string };
    lpSdes?: { name?: string };
  };
}

/** A bot that does whatever it is asked to, however wrong that is. */
export async function lambda(input: { payload: Request }): Promise<unknown> {
  const { message, event, context: { lpEvent = {}, lpSdes = {} } = {} } = input.payload;
  if (event) return { messages: ['Welcome.'] };
  if (lpEvent.content === 'welcome') return { messages: [`Welcome. “${lpEvent.lastConsumerMessage}”?`] };
  if (message === 'fail') throw new Error('no luck');
  if (message === 'who am I?') return { messages: [lpSdes.name ?? 'I do not know.'] };
  return Object.hasOwn(answers, message ?? '') ? answers[message ?? ''] : { messages: [`“${message}”`] };
}
