import type { CustomIntegration } from '../../functions/lib/events.ts';
import {
  chat,
  chatIdentity,
  chatWelcome,
  messaging,
  messagingIdentity,
  messagingWelcome,
} from './payloads.ts';
import { toolbelt } from './toolbelt.ts';

jest.doMock('core-functions-toolbelt', () => toolbelt, { virtual: true });

async function answerTo(payload: CustomIntegration.Request): Promise<CustomIntegration.Response> {
  const { lambda } = await import('../../functions/customIntegration/index.ts');
  return lambda({ headers: [], payload });
}

describe('a conversation begins', () => {
  test('chat: greets by the authenticated name and offers a plain list', async () => {
    expect(await answerTo(chatWelcome(chatIdentity))).toMatchInlineSnapshot(`
      {
        "context": {
          "confidenceScore": 1,
          "intentId": "welcome",
          "intentName": "Welcome",
        },
        "messages": [
          "Hello Sasha!",
          "What can I do for you?
      - Where is my order?
      - Talk to a colleague",
        ],
      }
    `);
  });

  test('messaging: greets by the authenticated name and offers quick replies', async () => {
    const { messages } = await answerTo(messagingWelcome('', messagingIdentity));
    expect(messages).toMatchObject([
      'Hello Robin!',
      {
        structuredContent: {
          message: 'What can I do for you?',
          quickReplies: { replies: [{ title: 'Where is my order?' }, { title: 'Talk to a colleague' }] },
        },
      },
    ]);
  });

  test('messaging: goes on with what the consumer last asked another bot', async () => {
    expect((await answerTo(messagingWelcome('where is my order'))).messages).toMatchInlineSnapshot(`
      [
        "Hello!",
        "Happy to look that up. What is your order number? It has six to ten digits.",
      ]
    `);
  });

  test('messaging: does not close or transfer because of what was said to another bot', async () => {
    expect((await answerTo(messagingWelcome('bye'))).context).not.toHaveProperty('action');
    expect((await answerTo(messagingWelcome('an agent please'))).context).not.toHaveProperty('action');
  });

  test('chat: tells by the flag too, when the event is missing', async () => {
    const { event: _, ...payload } = chatWelcome();
    expect((await answerTo(payload)).context).toMatchObject({ intentId: 'welcome' });
  });
});

describe('the consumer writes', () => {
  test('an agent is asked for: transfers with a note that only agents see', async () => {
    expect(await answerTo(messaging('can I talk to a human?'))).toMatchInlineSnapshot(`
      {
        "context": {
          "action": "TRANSFER",
          "actionParameters": {
            "skill": "customer_care",
          },
          "confidenceScore": 0.9,
          "intentId": "agent",
          "intentName": "Talk to an agent",
        },
        "messages": [
          "One moment please, I am connecting you with a colleague.",
          {
            "messageAudience": "AGENTS_AND_MANAGERS",
            "text": "Bot: the consumer asked for a colleague.",
          },
        ],
      }
    `);
  });

  test('urgent on messaging: changes the time to respond and nothing else', async () => {
    expect(await answerTo(messaging('this is urgent'))).toMatchInlineSnapshot(`
      {
        "context": {
          "action": "CHANGE_TTR",
          "actionParameters": {
            "ttrType": "URGENT",
          },
          "confidenceScore": 0.9,
          "intentId": "urgent",
          "intentName": "Urgent",
        },
        "messages": [
          "I have marked this conversation as urgent. A colleague will be with you soon.",
          {
            "messageAudience": "AGENTS_AND_MANAGERS",
            "text": "Bot: the consumer says that it is urgent.",
          },
        ],
      }
    `);
  });

  test('urgent on chat, which has no time to respond: transfers', async () => {
    expect((await answerTo(chat('this is urgent'))).context).toMatchObject({ action: 'TRANSFER' });
  });

  test('bye: closes', async () => {
    expect(await answerTo(messaging('thanks, bye'))).toMatchInlineSnapshot(`
      {
        "context": {
          "action": "CLOSE_CONVERSATION",
          "confidenceScore": 0.9,
          "intentId": "goodbye",
          "intentName": "Goodbye",
        },
        "messages": [
          "Thank you for your visit. Have a nice day!",
        ],
      }
    `);
  });

  test('an order without a number: asks for the number', async () => {
    expect(await answerTo(chat('Where is my order?'))).toMatchInlineSnapshot(`
      {
        "context": {
          "confidenceScore": 0.9,
          "intentId": "order",
          "intentName": "Order status",
        },
        "messages": [
          "Happy to look that up. What is your order number? It has six to ten digits.",
        ],
      }
    `);
  });

  test('two things at once: the other one is an alternative intent, and there is one action', async () => {
    expect((await answerTo(messaging('urgent, I need an agent'))).context).toMatchInlineSnapshot(`
      {
        "action": "CHANGE_TTR",
        "actionParameters": {
          "ttrType": "URGENT",
        },
        "alternativeIntents": [
          {
            "confidenceScore": 0.3,
            "intentId": "agent",
            "intentName": "Talk to an agent",
          },
        ],
        "confidenceScore": 0.7,
        "intentId": "urgent",
        "intentName": "Urgent",
      }
    `);
  });

  test('something unknown: offers what it can do', async () => {
    expect((await answerTo(messaging('tell me a joke'))).context).toMatchInlineSnapshot(`
      {
        "confidenceScore": 0,
        "intentId": "fallback",
        "intentName": "Not understood",
      }
    `);
  });

  test('every title of a button means the same typed as clicked', async () => {
    const { buttons } = await import('../../functions/customIntegration/texts.ts');
    for (const { title, id } of Object.values(buttons)) {
      expect((await answerTo(chat(title))).context).toMatchObject({ intentId: id });
    }
  });
});

describe('the consumer sends something else', () => {
  test('a click on a quick reply: its id decides, not its text', async () => {
    const clicked = messaging('Reworded title', { metadata: [{ type: 'ExternalId', id: 'agent' }] });
    expect((await answerTo(clicked)).context).toMatchObject({ intentId: 'agent', confidenceScore: 1 });
  });

  test('a file: hands over, because it cannot be read', async () => {
    const file = messaging('com.liveperson.bot-connectors.consumer.send-file');
    expect(await answerTo(file)).toMatchInlineSnapshot(`
      {
        "context": {
          "action": "TRANSFER",
          "actionParameters": {
            "skill": "customer_care",
          },
          "confidenceScore": 1,
          "intentId": "file",
          "intentName": "Sent a file",
        },
        "messages": [
          "Thank you for the file. I cannot open it myself, so I am connecting you with a colleague.",
          {
            "messageAudience": "AGENTS_AND_MANAGERS",
            "text": "Bot: the consumer sent a file that I cannot read.",
          },
        ],
      }
    `);
  });

  test('a location: says so and goes on', async () => {
    const payload = messaging('com.liveperson.bot-connectors.consumer.send-rich-content');
    const content = { type: 'vertical', elements: [{ type: 'map', la: 49.8, lo: 2 }] };
    const lpEvent = { ...payload.context?.lpEvent, event: { type: 'RichContentEvent', content } };
    expect((await answerTo({ ...payload, context: { lpEvent } })).context).toMatchInlineSnapshot(`
      {
        "confidenceScore": 1,
        "intentId": "rich-content",
        "intentName": "Sent a location",
      }
    `);
  });

  test('other rich content: asks for words', async () => {
    const payload = messaging('com.liveperson.bot-connectors.consumer.send-rich-content');
    expect((await answerTo(payload)).context).toMatchObject({ intentName: 'Sent rich content' });
  });
});

test('the skill to transfer to comes from the configuration', async () => {
  process.env['AGENT_SKILL'] = 'second_line';
  try {
    expect((await answerTo(messaging('agent'))).context).toMatchObject({
      actionParameters: { skill: 'second_line' },
    });
  } finally {
    delete process.env['AGENT_SKILL'];
  }
});
