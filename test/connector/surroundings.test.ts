import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { obedient, project } from './made.ts';
import { requestsOf, seen } from './told.ts';

const context = `
const url = 'https://local.context.liveperson.net/v1/account/00000000/shop/s1/properties';
const headers = { 'maven-api-key': 'k' };
async function lambda({ payload, timestamp }) {
  if (payload.message === 'when') return { messages: [new Date(timestamp).toISOString()] };
  if (payload.message === 'buy') await fetch(url, { method: 'PATCH', headers, body: JSON.stringify({ tier: 'gold' }) });
  if (payload.message === 'fetch') {
    const response = await fetch('https://shop.example.com/stock').catch(() => ({ status: 'refused' }));
    return { messages: [String(response.status)] };
  }
  const { tier = 'none' } = await (await fetch(url, { headers })).json();
  return { messages: [tier] };
}`;
const made = project({
  bot: context,
  other: context,
  postHook: `
    const response = await fetch('https://shop.example.com/stock').catch(() => ({ status: 'refused' }));
    return { ...payload, messages: [...payload.messages, String(response.status)] };`,
});
const account = { context: { namespaces: { shop: { ttl: 60 } } } };
const clock = '2026-03-01T09:00:00Z';

test('functions of a conversation share an account, whose time is the conversation’s', async () => {
  const bots = [{ function: 'bot' }, { function: 'other', settings: { skill: 'other' } }];
  const conversation = await made.talk({}, { bots, start: { account, clock } });
  const say = async (...texts: string[]) => {
    for (const text of texts) await conversation.consumer.says(text);
  };
  await say('when', 'tier', 'buy');
  await conversation.agent.transfers('other');
  await conversation.advance(59_000);
  await say('tier');
  await conversation.advance(1_000);
  await say('tier', 'when');
  expect(seen(conversation)).toEqual([
    '2026-03-01T09:00:00.000Z',
    'none',
    'gold',
    'gold',
    'none',
    '2026-03-01T09:01:00.000Z',
  ]);
  expect(requestsOf(conversation).at(-1)?.context.lpEvent['serverTimestamp']).toBe(
    Date.parse(clock) + 60_000,
  );
});

test('conversations see nothing of each other', async () => {
  const connector = await made.connect();
  const [one, other] = [await connector.open({ account }), await connector.open({ account })];
  await one.consumer.says('buy');
  await other.consumer.says('tier');
  expect([...seen(one), ...seen(other)]).toEqual(['gold', 'none']);
});

test('a conversation uses up its mocks over all turns and functions, and tells which were not used', async () => {
  const url = 'https://shop.example.com/stock';
  const mocks = [
    { url, times: 1, status: 503 },
    { url, times: 1 },
    { url: 'https://shop.example.com/other' },
  ];
  const conversation = await made.talk({ hooks: { post: 'postHook' } }, { start: { mocks } });
  await conversation.consumer.says('fetch');
  await conversation.consumer.says('fetch');
  expect(seen(conversation)).toEqual(['503', '200', 'refused', 'refused']);
  expect(conversation.unusedMocks).toEqual([{ url: 'https://shop.example.com/other' }]);
  const findings = conversation.transcript.flatMap((entry) =>
    entry.kind === 'bot-call' ? (entry.record?.verdict.findings ?? []) : [],
  );
  expect(findings.map(({ code }) => code)).not.toContain('unused-mock');
});

test('what account.yaml declares answers in every turn, after the mocks of the conversation, and need not be used', async () => {
  const url = 'https://shop.example.com/stock';
  const files = {
    'account.yaml': `mocks: [{ url: '${url}', times: 1, status: 202 }, { url: '${url}/other' }]`,
  };
  const supplied = project({ bot: context }, { files });
  const conversation = await supplied.talk({}, { start: { mocks: [{ url, times: 1, status: 503 }] } });
  for (let turn = 0; turn < 3; turn += 1) await conversation.consumer.says('fetch');
  expect(seen(conversation)).toEqual(['503', '202', 'refused']);
  expect(conversation.unusedMocks).toEqual([]);
  const next = await supplied.talk();
  await next.consumer.says('fetch');
  expect(seen(next)).toEqual(['202']);
});

test('an edited function answers anew in a conversation that goes on', async () => {
  const edited = project({ bot: obedient });
  const connector = await edited.connect();
  const conversation = await connector.open();
  await conversation.consumer.says('hello');
  const code = "async function lambda() { return { messages: ['edited'] }; }";
  writeFileSync(join(edited.root, 'functions/bot/index.js'), code);
  await conversation.consumer.says('hello');
  connector.reload();
  await conversation.consumer.says('hello');
  writeFileSync(join(edited.root, 'functions/bot/config.json'), '{');
  connector.reload();
  await conversation.consumer.says('hello');
  expect(seen(conversation).slice(0, 3)).toEqual(['You said hello.', 'You said hello.', 'edited']);
  expect(conversation.transcript.find((entry) => entry.kind === 'error')).toMatchObject({
    error: 'aivendor.faas.failed-faas-request',
    message: expect.stringContaining('the function bot cannot be used: '),
  });
});
