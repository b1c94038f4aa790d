import { functionUuid } from '../../emulator/project/function-uuid.ts';
import { callsOf, inFunction } from './in-function.ts';

const context = {
  v1: `Toolbelt.ContextServiceClient({ accountId: process.env.BRAND_ID, apiKey: 'key' })`,
  v2: `Toolbelt.ContextServiceClient('key')`,
};

const everyService = (generation: 'v1' | 'v2') => `const util = Toolbelt.ConversationUtil();
const conversation = await util.getConversationById('c1');
const found = util.scanConversationForKeywords(conversation, ['refund']).length;
const sdes = Toolbelt.SDEUtil().getSDEsFromConv(conversation).sdes.events.length;
await Toolbelt.SDEUtil().addSDEs([{ type: toolbelt.SDETypes.LEAD, lead: { topic: 'refund' } }], 'visitor', 'session');
const replaced = await Toolbelt.GDPRUtil().replaceConversationFiles(conversation, { username: 'user', password: 'pass' });
const context = ${context[generation]};
await context.createNamespace('mine', { ttl: 60 });
const kept = await context.setPropertiesInNamespace('mine', { found });
const [called, failed] = await Toolbelt.OrchestratorClient().invoke(
  [{ uuid: payload.other, payload: 2 }, { uuid: 'nobody', payload: 2 }], 5000,
  { json: true, errorStrategy: toolbelt.ErrorStrategy.CONTINUE_ON_ERROR },
);
const gone = await told(() => util.getConversationById('c2'));
return { found, sdes, replaced, kept, called: called.body, failed: failed.statusCode, gone: gone.message };`;

const c1 = {
  messageRecords: [
    { type: 'TEXT_PLAIN', messageData: { msg: { text: 'a refund' } }, timeL: 1, sentBy: 'Consumer' },
    {
      type: 'HOSTED_FILE',
      messageData: { file: { relativePath: '/a/one.png' } },
      timeL: 2,
      sentBy: 'Consumer',
    },
  ],
  sdes: { events: [{ serverTimeStamp: 1, sdeType: 'LEAD' }] },
};

const double = {
  v1: 'function lambda({ payload }, callback) {\n  callback(null, { doubled: payload * 2 });\n}',
  v2: 'async function lambda({ payload }) {\n  return { doubled: payload * 2 };\n}',
};

test.each([
  ['v1', 'node', 'Error while fetching conversation "c2": Conversation "c2" not found.'],
  ['v2', 'node', 'Conversation "c2" not found.'],
  ['v1', 'vm2', 'Error while fetching conversation "c2": Conversation "c2" not found.'],
  ['v2', 'vm2', 'Conversation "c2" not found.'],
] as const)(
  'every client of %s on %s gets along with the imitated account',
  async (generation, engine, gone) => {
    const { result, services, verdict, calls } = await inFunction(everyService(generation), {
      generation,
      engine,
      payload: { other: functionUuid('other') },
      account: { conversations: { c1 } },
      files: {
        'other/config.json': JSON.stringify({ name: 'other', description: 'other', event: 'No Event' }),
        'other/index.js': double[generation],
      },
    });
    expect(result).toEqual({
      found: 1,
      sdes: 1,
      replaced: ['/a/one.png'],
      kept: { found: 1 },
      called: { doubled: 4 },
      failed: 404,
      gone,
    });
    expect(services.map(({ service, operation, target }) => `${service} ${operation} ${target}`)).toEqual([
      'smt add visitor/session',
      'swift create file /a/one.png',
      'mavenContext create namespace mine',
      'mavenContext set mine/__default__/found',
    ]);
    expect(calls.every(({ source }) => source === 'service')).toBe(true);
    expect(verdict).toMatchObject({
      pass: true,
      findings: [{ code: 'not-in-account', severity: 'warning' }],
    });
  },
);

test('LPMtlsClient forwards through the imitated account, where it knows the address', async () => {
  const record = await inFunction(
    `const client = Toolbelt.LPMtlsClient();
return [await client.get('https://bank.example/'), await told(() => client.get('https://other.example/'))];`,
    {
      account: { mtls: ['https://bank.example/'] },
      mocks: [{ url: 'https://bank.example/', body: 'balance' }],
    },
  );
  expect(record.result).toMatchObject([
    { statusCode: 200, body: 'balance' },
    { code: 'com.liveperson.faas.mtls.missing-conf' },
  ]);
  expect(callsOf(record).slice(2)).toEqual([
    'GET local.mtls.liveperson.net/mtls/account/00000000 200 service',
    'GET bank.example/ 200 mock',
    'GET local.mtls.liveperson.net/mtls/account/00000000 400 service',
  ]);
});

test('what the account is preset to refuse has the documented codes', async () => {
  const { result } = await inFunction(
    `const context = Toolbelt.ContextServiceClient('wrong');
const conversation = { conversationHistoryRecords: [{ messageRecords: [{ type: 'HOSTED_FILE', messageData: { file: { relativePath: '/a' } } }] }] };
const codes = [];
for (const work of [
  () => Toolbelt.CsdsClient().get('rtbf'),
  () => Toolbelt.SecretClient().readSecret('slow', { timeout: 20 }),
  () => Toolbelt.SecretClient().readSecret('broken'),
  () => context.getAllPropertiesInSession('custom'),
  () => Toolbelt.GDPRUtil().replaceConversationFiles(conversation, { username: 'user', password: 'wrong' }),
  () => Toolbelt.ConversationUtil().getConversationById('c1'),
  () => Toolbelt.SDEUtil().addSDEs([{ type: 'lead' }], 'nobody', 'session'),
]) codes.push((await told(work)).code);
return codes;`,
    {
      secrets: ['slow', 'broken'].map((key) => ({ key, value: 'abc' })),
      account: {
        services: { rtbf: false },
        secrets: { keys: { slow: { delay: 20_000 }, broken: { fault: 'auth-failed' } } },
        context: { apiKeys: ['right'] },
        files: { user: 'user', key: 'right' },
        monitoring: { visits: [] },
      },
    },
  );
  expect(result).toEqual([
    'com.liveperson.faas.csds.domain.not-found',
    'com.liveperson.faas.secret.op-timed-out',
    'com.liveperson.faas.secret.auth-failed',
    'com.liveperson.context-service-sdk.authorization.invalid',
    'com.liveperson.faas.gdpr-util.auth-failed',
    'com.liveperson.faas.conversation-util.conversation.not-found',
    'com.liveperson.faas.sdes-util.unexpected-response',
  ]);
});

test('an account that gives no tokens says so', async () => {
  const { result } = await inFunction(`return told(() => Toolbelt.LpClient()('smt', '/', {}));`, {
    account: { clients: [] },
  });
  expect(result).toMatchObject({
    component: 'Oauth2Client',
    code: 'com.liveperson.faas.oauth2.unexpected-response',
    message: expect.stringContaining('"error":"invalid_client"') as string,
  });
});
