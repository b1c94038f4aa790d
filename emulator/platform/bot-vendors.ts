/** Where one thing stands in what goes to a bot's vendor, or comes from it. */
type Place = readonly string[];

/** One vendor of Third-Party Bots, as hooks see it. */
export interface BotVendor {
  name: string;
  /** What its requests have and those of the vendors before it have not; and where the consumer's text is. */
  request: { told: Place; text: Place };
  /** What its answers have and those of the vendors before it have not. */
  answer: { told: Place };
}

const customIntegration: BotVendor = {
  name: 'Custom Integration',
  request: { told: [], text: ['message'] },
  answer: { told: [] },
};

/**
 * The vendors that the page on hooks has examples of. What Dialogflow CX, the second Lex and a Custom Endpoint get is
 * not documented. Source: developers.liveperson.com/third-party-bots-hook-configuration.html.
 */
const others: readonly BotVendor[] = [
  {
    name: 'Dialogflow ES',
    request: { told: ['queryInput'], text: ['queryInput', 'text', 'text'] },
    answer: { told: ['queryResult'] },
  },
  {
    name: 'Amazon Lex',
    request: { told: ['inputText'], text: ['inputText'] },
    answer: { told: ['dialogState'] },
  },
  {
    name: 'Microsoft Bot Framework',
    request: { told: ['channelData'], text: ['text'] },
    // One activity in the example, a list of them in the code beside it.
    answer: { told: ['type'] },
  },
  {
    name: 'IBM Watson',
    request: { told: ['context', 'conversation_id'], text: ['message'] },
    answer: { told: ['output'] },
  },
];

/** The vendor that a payload of a pre hook (`request`) or post hook (`answer`) is of; in doubt a Custom Integration. */
export function vendorOf(payload: unknown, part: 'request' | 'answer'): BotVendor {
  const one: unknown = Array.isArray(payload) ? payload[0] : payload;
  return others.find((vendor) => stands(one, vendor[part].told)) ?? customIntegration;
}

function stands(value: unknown, [key, ...rest]: Place): boolean {
  if (key === undefined) return value !== undefined;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
  return stands((value as Record<string, unknown>)[key], rest);
}
