const card = (element: unknown) => ({ structuredContent: { type: 'vertical', elements: [element] } });

const quickReplies = {
  structuredContent: {
    message: 'Tea or coffee?',
    quickReplies: {
      type: 'quickReplies',
      itemsPerRow: 2,
      replies: ['Tea', 'Coffee'].map((text) => ({
        type: 'button',
        title: text,
        click: { actions: [{ type: 'publishText', text }] },
      })),
    },
  },
};

const act = (action: string, actionParameters?: unknown) => ({ context: { action, actionParameters } });
const whilePausing = (action: string, actionParameters?: unknown) => ({
  messages: ['One moment.', { delay: 5 }],
  ...act(action, actionParameters),
});

/** The uuid that account.yaml gives to the function `failing`. */
const failing = '00000000-0000-4000-8000-00000000fa11';

/** What the bot answers to a text; anything else it repeats. */
export const answers: Readonly<Record<string, unknown>> = {
  'say nothing': { messages: [], context: {} },
  'say nothing, but what I meant': { context: { intentId: 'thanks', confidenceScore: 0.9 } },
  dance: act('DANCE'),
  'dance and talk': { messages: ['I dance.'], ...act('DANCE') },
  'answer nothing at all': null,
  'send a list of messages as text': { messages: 'hi' },
  'guess badly': { messages: ['Hm.'], context: { alternativeIntents: [{}] } },
  'offer a choice': { messages: [quickReplies] },
  'send a broken card': { messages: ['Look:', card({ type: 'buton', title: 'Buy' }), 'Nice?'] },
  'transfer me to people': { messages: ['Bye.'], ...act('TRANSFER', { skill: 'people' }) },
  'transfer me to nobody': { messages: ['Bye.'], ...act('TRANSFER', { skill: 'empty office' }) },
  'transfer me to nowhere': { messages: ['Bye.'], ...act('TRANSFER', { skill: 'nowhere' }) },
  'transfer me to the other bot': { messages: ['Bye.'], ...act('TRANSFER', { skill: 'other' }) },
  'answer soon': { messages: ['Right.'], ...act('CHANGE_TTR', { ttrType: 'SOON' }) },
  'it is urgent': { messages: ['Right.'], ...act('CHANGE_TTR', { ttrType: 'URGENT' }) },
  'close, later': whilePausing('CLOSE_CONVERSATION'),
  'transfer me, later': whilePausing('TRANSFER', { skill: 'people' }),
  'talk, later': { messages: ['One moment.', { delay: 5 }, 'Where were we?'] },
  'run the other function': {
    messages: ['Done.'],
    ...act('INVOCATION', { lambdaUuid: failing, payload: {}, failOnError: true }),
  },
  'try the other function': {
    messages: ['Done.'],
    ...act('INVOCATION', { lambdaUuid: failing, payload: {} }),
  },
  'send metadata that is not encoded': { messages: ['Hm.'], context: { encodedMetadata: 'not base64!' } },
  'be silent': { messages: [{ delay: 1 }] },
  bye: { messages: ['Bye.'], ...act('CLOSE_CONVERSATION') },
  'just bye': { messages: ['Bye.'], ...act('CLOSE_CONVERSATION', { withoutPcs: true }) },
};
