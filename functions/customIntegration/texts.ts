import type { Button } from '../lib/bot/button';
import type { OrderStatus } from '../lib/outbound/orders';

/** Everything that the bot says. Change the wording here and nowhere else. */
export const texts = {
  greeting: (name: string | null) => (name === null ? 'Hello!' : `Hello ${name}!`),
  menu: 'What can I do for you?',
  askOrderNumber: 'Happy to look that up. What is your order number? It has six to ten digits.',
  orderTitle: (number: string) => `Order ${number}`,
  orderExpected: (date: string) => `Expected on ${date}.`,
  orderNotFound: (number: string) => `I cannot find an order ${number}. Could you check the number?`,
  backendDown: 'I cannot reach our order system right now. Shall I connect you with a colleague?',
  transfer: 'One moment please, I am connecting you with a colleague.',
  urgent: 'I have marked this conversation as urgent. A colleague will be with you soon.',
  goodbye: 'Thank you for your visit. Have a nice day!',
  file: 'Thank you for the file. I cannot open it myself, so I am connecting you with a colleague.',
  location: 'Thank you for your location. What can I do for you?',
  richContent: 'Thank you. I can read texts only. What can I do for you?',
  fallback: 'Sorry, I did not understand that. I can help with one of these:',
};

/** What agents get to read when the bot hands over. */
export const notes = {
  askedForAgent: 'Bot: the consumer asked for a colleague.',
  urgent: 'Bot: the consumer says that it is urgent.',
  file: 'Bot: the consumer sent a file that I cannot read.',
};

/** Each status of an order in words for the consumer. */
export const orderStates: Record<OrderStatus, string> = {
  received: 'We have received your order.',
  packed: 'Your order is packed and will leave our warehouse soon.',
  shipped: 'Your order is on its way.',
  delivered: 'Your order was delivered.',
  cancelled: 'Your order was cancelled.',
};

/** Buttons. The ids tell intents.ts what was clicked; titles can change freely. */
export const buttons = {
  order: { title: 'Where is my order?', id: 'order' },
  agent: { title: 'Talk to a colleague', id: 'agent' },
  goodbye: { title: 'No, thank you', id: 'goodbye' },
} satisfies Record<string, Button>;
