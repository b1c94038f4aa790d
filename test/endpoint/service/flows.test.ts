import type { SentinelServer } from '../../../emulator/endpoint/sentinel-server.ts';
import type { Service } from '../../../emulator/endpoint/service/start.ts';
import { account, ask, bot, type Came, draft, sentinel, served, textEvent } from './served.ts';

// The flows of developers.liveperson.com/third-party-bots-custom-endpoint-service-implementation.html, a test for each
// step, with the connector's side played by hand.

let issuer: SentinelServer;
let service: Service;
let bearer: string;
let heard: unknown[] = [];

beforeAll(async () => {
  issuer = await sentinel();
  service = await served({ SENTINEL_URL: issuer.url }, async ({ payload }) => {
    heard.push(payload);
    return {
      messages: ['Hello!', { delay: 2, typing: false }],
      context: {
        intentId: 'welcome',
        intentName: 'Welcome',
        confidenceScore: 1,
        action: 'TRANSFER',
        actionParameters: { skill: 'support' },
      },
    };
  });
});

async function fetchBearer(version: 'v1' | 'v2'): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(issuer.tokenUrl(version), {
    method: 'POST',
    body: new URLSearchParams({
      client_id: 'connector',
      client_secret: 'connector-secret',
      grant_type: 'client_credentials',
    }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('the test connection flow', () => {
  let came: Came;

  test('step 1: somebody calls the connector: a brand enters a base URL, a bot id and an environment', () => {
    expect(service.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test.each(['v1', 'v2'] as const)(
    'steps 2 and 3: the connector gets a bearer from Sentinel, %s',
    async (version) => {
      const { status, body } = await fetchBearer(version);
      expect({ status, type: body['token_type'] }).toEqual({ status: 200, type: 'Bearer' });
      bearer = String(body['access_token']);
    },
  );

  test('step 4: the state of the bot is asked for with that bearer', async () => {
    came = await ask(service, 'GET', `${draft}/state`, { token: bearer });
    expect(came.status).toBe(200);
  });

  test('step 5: the state arrives as JSON', () => {
    expect(came.headers.get('content-type')).toMatch(/^application\/json/);
    expect(came.body).toEqual({ state: 'online', version: '1.0.0' });
  });

  test('step 6: online is a success, and any other state a failure', async () => {
    const resting = await served({ SENTINEL_URL: issuer.url, BOT_STATE: 'maintenance' });
    expect(await ask(resting, 'GET', `${draft}/state`, { token: bearer })).toMatchObject({
      status: 200,
      body: { state: 'maintenance' },
    });
  });

  test('beside the flow, the environments of the bot can be asked for', async () => {
    expect(await ask(service, 'GET', `/v1/bots/${bot}/environments`, { token: bearer })).toMatchObject({
      status: 200,
      body: ['draft'],
    });
  });
});

describe('the consumer message flow', () => {
  const convId = '11111111-2222-4333-8444-555555555555';
  const path = `${draft}/conversations/${convId}`;
  let came: Came;
  const send = (type: string, data: unknown = {}) =>
    ask(service, 'POST', `${path}/events`, { token: bearer, body: { type, data } });

  test('step 1: a message of the consumer arrives at the connector', () => {
    expect(textEvent('Hi')).toEqual({
      type: 'TEXT',
      source: 'CONSUMER',
      data: { message: 'Hi' },
      context: {
        lpEvent: { sequence: 0, event: { type: 'ContentEvent', message: 'Hi', contentType: 'text/plain' } },
      },
    });
  });

  test('step 2: the connector gets a bearer where it has none', async () => {
    bearer = String((await fetchBearer('v2')).body['access_token']);
    expect(JSON.parse(Buffer.from(bearer.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      aud: account,
      iss: 'Sentinel',
      scope: 'thirdpartybots.customendpoint.bot',
    });
  });

  test('step 3: a new conversation is created, with SDES and context', async () => {
    const body = {
      sdes: {
        authenticatedSdes: {},
        unauthenticatedSdes: { personalInfo: [{ personal: { firstname: 'Jo' } }] },
      },
      context: { type: 'MESSAGING', skillId: '1234567', campaignId: 987665546, engagementId: 123498765 },
    };
    expect(await ask(service, 'PUT', path, { token: bearer, body })).toMatchObject({
      status: 204,
      body: null,
    });
  });

  test('step 4: the message is sent as an event of the conversation', async () => {
    came = await ask(service, 'POST', `${path}/events`, { token: bearer, body: textEvent('Hi') });
    expect(came.status).toBe(200);
    expect(heard).toMatchInlineSnapshot(`
      [
        {
          "context": {
            "lpEvent": {
              "conversationContext": {
                "campaignId": 987665546,
                "engagementId": 123498765,
                "skillId": "1234567",
                "type": "MESSAGING",
              },
              "event": {
                "contentType": "text/plain",
                "message": "Hi",
                "type": "ContentEvent",
              },
              "sequence": 0,
            },
            "lpSdes": {
              "authenticatedSdes": {},
              "unauthenticatedSdes": {
                "personalInfo": [
                  {
                    "personal": {
                      "firstname": "Jo",
                    },
                  },
                ],
              },
            },
          },
          "convId": "11111111-2222-4333-8444-555555555555",
          "message": "Hi",
        },
      ]
    `);
  });

  test('step 5: the answer is one that the connector parses, checks and delivers', () => {
    expect(came.body).toMatchInlineSnapshot(`
      {
        "analytics": {
          "intents": [
            {
              "confidenceScore": 1,
              "description": "Welcome",
              "id": "welcome",
            },
          ],
        },
        "response": [
          {
            "data": {
              "message": "Hello!",
            },
            "type": "TEXT",
          },
          {
            "data": {
              "seconds": 2,
              "typing": false,
            },
            "type": "DELAY",
          },
          {
            "data": {
              "name": "TRANSFER",
              "parameters": {
                "skillName": "support",
              },
            },
            "type": "ACTION",
          },
        ],
      }
    `);
  });

  test('the note: a 404 to an event has the connector go on from step 3 once more', async () => {
    const lost = `${draft}/conversations/22222222-2222-4333-8444-555555555555`;
    const event = { token: bearer, body: textEvent('Hi') };
    expect(await ask(service, 'POST', `${lost}/events`, event)).toMatchObject({ status: 404 });
    expect(await ask(service, 'PUT', lost, { token: bearer, body: {} })).toMatchObject({ status: 204 });
    expect(await ask(service, 'POST', `${lost}/events`, event)).toMatchObject({ status: 200 });
  });

  test('the bot’s welcome comes with a START, a survey ends with CLOSE_CONVERSATION, and the conversation is gone', async () => {
    heard = [];
    expect(await send('START')).toMatchObject({ status: 200 });
    expect(await send('CLOSE_CONVERSATION')).toMatchObject({ status: 200, body: { response: [] } });
    expect(heard).toHaveLength(1);
    expect(await send('START')).toMatchObject({ status: 404 });
  });

  test.each([
    [
      'RICH_CONTENT',
      { content: { type: 'vertical', elements: [] } },
      'com.liveperson.bot-connectors.consumer.send-rich-content',
    ],
    [
      'hosted-file',
      { relativePath: '/v1/x.png', fileType: 'PNG' },
      'com.liveperson.bot-connectors.consumer.send-file',
    ],
  ])('an event %s reaches the function as what a function gets for it', async (type, data, message) => {
    heard = [];
    await ask(service, 'PUT', path, { token: bearer, body: {} });
    expect(await send(type, data)).toMatchObject({
      status: 200,
    });
    expect(heard).toMatchObject([{ convId, message }]);
  });
});
