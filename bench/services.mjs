import { performance } from 'node:perf_hooks';
import { open } from './open.mjs';
import { print, spread } from './measure.mjs';
import { addFunction, projectOf, write } from './projects.mjs';

const warmUp = 200;
const calls = 1_000;

/** A function that asks the account and an outside host for something in each call. */
const code = `import { LpServices, Toolbelt } from 'core-functions-toolbelt';
const secrets = Toolbelt.SecretClient();
const liveperson = Toolbelt.LpClient();
const context = Toolbelt.ContextServiceClient('bench-key');
const path = '/messaging_history/api/account/00000000/conversations/conversation/search';
const options = { method: 'POST', headers: { 'content-type': 'application/json' } };

async function lambda() {
  const { value } = await secrets.readSecret('bench');
  const history = await liveperson(LpServices.MSG_HIST, path, { ...options, body: '{"conversationId":"c1"}' });
  await context.setPropertiesInNamespace('custom', { status: history.status });
  const order = await fetch('https://orders.example.com/1');
  return { messages: [String(history.status), String((await order.json()).id), String(value.length)] };
}
`;

const settings = {
  secrets: [
    { key: 'bench', value: 'text' },
    { key: 'LIVEPERSON_DEFAULT_APP_KEY', value: { client_id: 'bench', client_secret: 'bench-secret' } },
  ],
};

/**
 * What a warm call costs that reads a secret, asks messaging history, writes to the Context Service and fetches: with an
 * account of its own for each call, so that CSDS and the token endpoint are asked each time too, and with one account.
 */
export async function benchServices() {
  const root = projectOf(0);
  addFunction(root, 'services', code);
  write(root, 'functions/settings.json', JSON.stringify(settings));
  write(root, 'account.yaml', 'context: { apiKeys: [bench-key] }\n');
  const { invoker, invocation } = await open(root, 'services', { instances: 1, root });
  invocation.payload.mocks.push({ url: 'https://orders.example.com/1', body: { id: 7 } });
  const account = await invoker.newAccount('v2');
  const aim = 'aim ≤ 0.2';
  print(
    'warm call with 7 requests, each with its own account',
    await spreadOf(() => invoker.invoke(invocation)),
    'ms',
    aim,
  );
  print(
    'warm call with 4 requests, in one account',
    await spreadOf(() => invoker.invoke({ ...invocation, account })),
    'ms',
    aim,
  );
  await invoker.close();
}

async function spreadOf(call) {
  const times = [];
  for (let index = 0; index < warmUp + calls; index += 1) {
    const began = performance.now();
    const { outcome, result } = await call();
    times.push(performance.now() - began);
    if (outcome !== 'ok' || result?.messages?.[1] !== '7')
      throw new Error(JSON.stringify({ outcome, result }));
  }
  return spread(times.slice(warmUp));
}
