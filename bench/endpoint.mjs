import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { environment, print, spread } from './measure.mjs';
import { open } from './open.mjs';
import { projectOf } from './projects.mjs';

const rounds = 5;
const sequential = { requests: 1_000, connections: 1 };
const concurrent = { requests: 6_400, connections: 32 };

/**
 * What an event costs at the deployable service (token check, conversation in memory, function, log) beside a hono server
 * that does nothing and beside the bare call of the function; requests come from a process of their own, kept alive.
 */
export async function benchEndpoint() {
  const root = projectOf(1);
  const running = [];
  try {
    const load = fork(file('endpoint-load.mjs'), { env: environment });
    running.push(load);
    const service = await startService(root, running);
    const nothing = await startNothing(running);
    const figures = { service: [], nothing: [] };
    // In turn, so that a machine that slows down slows both; the first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      for (const [name, target] of Object.entries({ service, nothing })) {
        const figure = {
          ...(await ask(load, { ...target, ...sequential })),
          rate: (await ask(load, { ...target, ...concurrent })).rate,
        };
        if (round > 0) figures[name].push(figure);
      }
    }
    printAll(figures, await bareCalls(root));
  } finally {
    for (const child of running) child.kill();
  }
}

const of = (all, name) => spread(all.map((figure) => figure[name]));

function printAll({ service, nothing }, bare) {
  print('bare call of the endpoint’s function', bare, 'µs');
  for (const name of ['p50', 'p95', 'p99']) {
    print(`event at an endpoint, ${name}`, of(service, name), 'ms');
    print(`request at a do-nothing hono server, ${name}`, of(nothing, name), 'ms');
  }
  const over = service.map(({ p50 }, round) => p50 - nothing[round].p50);
  print('event over a do-nothing request, p50', spread(over), 'ms', 'aim ≤ 2');
  print(`events a second, ${concurrent.connections} connections`, of(service, 'rate'), '/s', 'aim ≥ 2,000');
  print('do-nothing requests a second', of(nothing, 'rate'), '/s');
}

async function bareCalls(root) {
  const { bundle, input, invoker } = await open(root, 'bench0');
  await invoker.close();
  const lambda = compileFunction(`${bundle.code}\nreturn lambda;`)();
  const medians = [];
  for (let round = 0; round <= rounds; round += 1) {
    const times = [];
    for (let call = 0; call < sequential.requests; call += 1) {
      const began = performance.now();
      await lambda(input);
      times.push(performance.now() - began);
    }
    medians.push(spread(times).median * 1_000);
  }
  return spread(medians.slice(1));
}

const file = (name) => fileURLToPath(new URL(name, import.meta.url));

async function startService(root, running) {
  const entry = file('../build/lpf-endpoint.js');
  const stdio = ['ignore', 'ignore', 'pipe'];
  const child = spawn(process.execPath, [entry, 'bench0', '--port', '0'], {
    cwd: root,
    env: environment,
    stdio,
  });
  running.push(child);
  const said = await linesUntil(child.stderr, /Ctrl-C/);
  const row = (name) => new RegExp(`${name} +(\\S+)`).exec(said)?.[1] ?? '';
  const url = row('Base URL');
  const conversation = `${url}/v1/bots/bench0/environments/draft/conversations/c1`;
  const token = await fetchToken(row('Tokens from'), row('Client ID'), row('Client Secret'));
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const created = await fetch(conversation, {
    method: 'PUT',
    headers,
    body: '{"sdes":{},"context":{"type":"MESSAGING"}}',
  });
  if (created.status !== 204) throw new Error(`the conversation was not created: ${created.status}`);
  return { url: `${conversation}/events`, headers };
}

async function fetchToken(sentinel, id, secret) {
  const form = new URLSearchParams({
    client_id: id,
    client_secret: secret,
    grant_type: 'client_credentials',
  });
  const answer = await fetch(`${sentinel}/sentinel/api/v2/account/00000000/app/token`, {
    method: 'POST',
    body: form,
  });
  return (await answer.json()).access_token;
}

async function startNothing(running) {
  const child = spawn(process.execPath, [file('endpoint-nothing.mjs')], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  const url = (await linesUntil(child.stdout, /http/)).trim();
  return { url, headers: { 'content-type': 'application/json' } };
}

async function linesUntil(stream, end) {
  const lines = [];
  for await (const line of createInterface({ input: stream })) {
    lines.push(line);
    if (end.test(line)) break;
  }
  stream.resume();
  return lines.join('\n');
}

async function ask(load, order) {
  load.send(order);
  const [answer] = await once(load, 'message');
  if (answer.failed) throw new Error(answer.failed);
  return answer;
}
