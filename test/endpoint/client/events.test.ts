import { EndpointBotSource } from '../../../emulator/endpoint/client/endpoint-bot-source.ts';
import type { Connector } from '../../../emulator/connector/connector.ts';
import type { GivenSettings } from '../../../emulator/connector/settings/settings.ts';
import { isObject } from '../../../emulator/payload/document/path.ts';
import { functionUuid } from '../../../emulator/project/function-uuid.ts';
import { told } from '../../connector/told.ts';
import { obedient, project } from '../../connector/made.ts';
import { type Got, isEvent, json, optionsFor, service, type Service } from './service.ts';

const id = '11111111-2222-4333-8444-555555555555';

/** What events a service was told, without their context. */
function events({ got }: Service): unknown[] {
  return got.filter(isEvent).map(({ body }) => {
    const { context: _, ...rest } = body as Record<string, unknown>;
    return rest;
  });
}

function contextOf(got: Got | undefined): unknown {
  return isObject(got?.body) ? got.body['context'] : undefined;
}

async function connectTo(url: string, settings: GivenSettings = {}): Promise<Connector> {
  const source = new EndpointBotSource(await optionsFor({ url }));
  return project({ other: obedient, errorHook: 'console.info(payload);' }).connect({
    bots: [{ name: 'endpoint', source, settings }],
  });
}

test('texts, rich content and files are told as the documentation has them', async () => {
  const endpoint = await service();
  const { consumer } = await (await connectTo(endpoint.url)).open({ id });
  await consumer.says('hi');
  await consumer.sendsRichContent({ type: 'vertical', elements: [] });
  await consumer.sendsFile({ relativePath: '/v1/x.png', fileType: 'PNG', caption: 'mine' });
  await consumer.clicks({ title: 'Yes', text: 'yes', metadata: [{ type: 'ExternalId', id: '1' }] });
  expect(events(endpoint)).toMatchInlineSnapshot(`
    [
      {
        "data": {
          "message": "hi",
        },
        "source": "CONSUMER",
        "type": "TEXT",
      },
      {
        "data": {
          "content": {
            "elements": [],
            "type": "vertical",
          },
        },
        "source": "CONSUMER",
        "type": "RICH_CONTENT",
      },
      {
        "data": {
          "caption": "mine",
          "fileType": "PNG",
          "relativePath": "/v1/x.png",
        },
        "source": "CONSUMER",
        "type": "hosted-file",
      },
      {
        "data": {
          "message": "yes",
        },
        "source": "CONSUMER",
        "type": "TEXT",
      },
    ]
  `);
  const contexts = endpoint.got.filter(isEvent).map(contextOf);
  expect(contexts[0]).toMatchObject({
    lpEvent: {
      sequence: 0,
      event: { type: 'ContentEvent', message: 'hi', contentType: 'text/plain' },
      conversationId: id,
      dialogId: id,
      metadata: [],
      messageAudience: 'ALL',
    },
  });
  expect(contexts[3]).toMatchObject({ lpEvent: { metadata: [{ type: 'ExternalId', id: '1' }] } });
});

test('engagement attributes and the context come once, when the conversation is created', async () => {
  const { url, got } = await service();
  const connector = await connectTo(url, { engagementAttributes: true });
  const { consumer } = await connector.open({ id, sdes: { unauthenticatedSdes: { cart: { total: 3 } } } });
  await consumer.says('hi');
  expect(got[0]).toMatchObject({
    method: 'PUT',
    path: `draft/conversations/${id}`,
    body: {
      sdes: { authenticatedSdes: {}, unauthenticatedSdes: { cart: { total: 3 } } },
      context: {
        type: 'MESSAGING',
        skillId: '3417641010',
        campaignId: 3_417_641_610,
        assignedAgentId: expect.any(String),
      },
    },
  });
  expect(JSON.stringify(got[1]?.body)).not.toContain('cart');
});

test('a chat starts with START, and so does a conversation that is handed to the bot', async () => {
  const chat = await service();
  const { consumer } = await (await connectTo(chat.url, { conversationType: 'chat' })).open();
  await consumer.joins();
  expect(events(chat)).toEqual([{ type: 'START', source: 'CONVERSATION', data: {} }]);

  const messaging = await service();
  const connector = await connectTo(messaging.url, { welcomeMessage: true });
  const conversation = await connector.open({ skill: 'people' });
  await conversation.consumer.says('where is my order');
  await conversation.agent.transfers('bot');
  expect(events(messaging)).toEqual([{ type: 'START', source: 'CONVERSATION', data: {} }]);
  expect(contextOf(messaging.got.at(-1))).toMatchObject({
    lpEvent: { lastConsumerMessage: 'where is my order' },
  });
});

test('a survey is told of its start and of its end', async () => {
  const endpoint = await service();
  const source = new EndpointBotSource(await optionsFor(endpoint));
  const connector = await project({ agent: obedient }).connect({
    bots: [{ function: 'agent' }, { name: 'survey', source, settings: { botType: 'survey' } }],
  });
  const conversation = await connector.open({ id });
  await conversation.consumer.says('hi');
  await conversation.close('consumer');
  await conversation.consumer.says('five stars');
  await conversation.close('consumer');
  expect(events(endpoint)).toMatchInlineSnapshot(`
    [
      {
        "data": {},
        "source": "CONVERSATION",
        "type": "START",
      },
      {
        "data": {
          "message": "five stars",
        },
        "source": "CONSUMER",
        "type": "TEXT",
      },
      {
        "data": {},
        "source": "CONVERSATION",
        "type": "CLOSE_CONVERSATION",
      },
    ]
  `);
  expect(told(conversation)).toContain('bot-closed');
  expect(conversation.transcript.find(({ kind }) => kind === 'bot-closed')).toMatchObject({
    exchanges: [{ purpose: 'close', status: 200 }],
  });
});

test('INVOKE_FUNCTION runs a function, TRANSFER goes to a skill, and pauses take their time', async () => {
  const answers: unknown[] = [
    [
      { type: 'DELAY', data: { seconds: 4 } },
      { type: 'TEXT', data: { message: 'for agents', messageAudience: 'AGENTS_AND_MANAGERS' } },
      {
        type: 'ACTION',
        data: {
          name: 'INVOKE_FUNCTION',
          parameters: { lambdaUuid: functionUuid('other'), payload: { message: 'x' } },
        },
      },
    ],
    [{ type: 'ACTION', data: { name: 'TRANSFER', parameters: { skillName: 'sales' } } }],
  ];
  const { url } = await service((got, response) => {
    if (!isEvent(got)) return false;
    json(response, { response: answers.shift(), analytics: { intents: [] } });
    return true;
  });
  const conversation = await (await connectTo(url)).open();
  await conversation.consumer.says('hi');
  await conversation.settle();
  await conversation.consumer.says('bye');
  expect(told(conversation)).toMatchInlineSnapshot(`
    "0s consumer: hi → bot
    0s assigned to bot endpoint (bot) by routing
    0s call endpoint text
    0s bot-delay 4s typing
    4s bot-private-note: for agents
    4s INVOCATION {"lambdaUuid":"cc27941c-b4cf-5426-a723-4d0d63f8a0ff","payload":{"message":"x"}} done
    4s consumer: bye → bot
    4s call endpoint text
    4s TRANSFER {"skill":"sales"} done
    4s assigned to agent an agent of sales (sales) by bot"
  `);
});

test('the error hook hears of a Custom Endpoint without anything of a function', async () => {
  const { url } = await service((got, response) => {
    if (!isEvent(got)) return false;
    json(response, {}, 400);
    return true;
  });
  const conversation = await (await connectTo(url, { hooks: { error: 'errorHook' } })).open();
  await conversation.consumer.says('hi');
  const hook = conversation.transcript.find(({ kind }) => kind === 'hook');
  expect(hook?.kind === 'hook' && hook.record?.logs[0]?.extras).toEqual([]);
  expect(hook?.kind === 'hook' && JSON.parse(String(hook.record?.logs[0]?.message))).toMatchObject({
    vendor: 'custom-endpoint',
  });
});
