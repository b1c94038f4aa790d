import { performance } from 'node:perf_hooks';
import { createRequire } from 'node:module';
import { print, spread } from './measure.mjs';
import { open } from './open.mjs';
import { projectOf } from './projects.mjs';

const { createConnector, Invoker } = createRequire(import.meta.url)('../build/index.js');
const conversations = 999;
const turns = 10;
const runs = 3;

/** As many conversations as a bot may have, all at once; and what a turn costs beside the function's own call. */
export async function benchConversations() {
  const root = projectOf(1);
  const rates = [];
  const costs = [];
  for (let run = 0; run < runs; run += 1) {
    rates.push(await load(root));
    costs.push((await turnsOneByOne(root)) - (await callsOneByOne(root)));
  }
  print(`turns a second, ${conversations} conversations at once`, spread(rates), '/s', 'aim ≥ 2,000');
  print('a turn over the call of its function', spread(costs), 'ms');
}

async function withBot(root, options, what) {
  const invoker = new Invoker({ settings: { secrets: [], whitelist: [] }, root, ...options });
  try {
    const bots = [{ function: 'bench0' }];
    return await what(await createConnector({ root, invoker, generation: 'v2', bots }));
  } finally {
    await invoker.close();
  }
}

function load(root) {
  return withBot(root, {}, async (connector) => {
    const all = await Promise.all(Array.from({ length: conversations }, () => connector.open()));
    const began = performance.now();
    for (let turn = 0; turn < turns; turn += 1) {
      await Promise.all(all.map(({ consumer }, index) => consumer.says(`${index} ${turn}`)));
    }
    const took = performance.now() - began;
    const lost = all.filter((conversation, index) => !isWhole(conversation, index));
    if (lost.length > 0) throw new Error(`${lost.length} conversations lost or mixed something up`);
    return (conversations * turns * 1_000) / took;
  });
}

function isWhole({ transcript }, index) {
  const said = transcript.flatMap(({ kind, text }) => (kind === 'bot-text' ? [text] : []));
  return said.length === turns && said.every((text, turn) => text === `You said: ${index} ${turn}`);
}

function turnsOneByOne(root) {
  return withBot(root, { instances: 1 }, async (connector) => {
    const { consumer } = await connector.open();
    return medianOf(() => consumer.says('hello'));
  });
}

async function callsOneByOne(root) {
  const { invoker, invocation } = await open(root, 'bench0', { instances: 1 });
  const took = await medianOf(() => invoker.invoke(invocation));
  await invoker.close();
  return took;
}

async function medianOf(call) {
  const times = [];
  for (let index = 0; index < 1_500; index += 1) {
    const began = performance.now();
    await call();
    times.push(performance.now() - began);
  }
  return spread(times.slice(500)).median;
}
