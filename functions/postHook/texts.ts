import type { Button } from '../lib/bot/button';

/** What the consumer gets to read. */
export const texts = {
  doubt: 'I am not sure that this helps. Would you rather talk to a colleague?',
  /** Stands where a forbidden word stood. */
  blank: '***',
};

/** The text of the button is what the bot gets when it is clicked, so the bot has to know it. */
export const handOver: Button = { title: 'Talk to a colleague', id: 'agent' };
