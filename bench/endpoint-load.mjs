// Sends events over connections that stay open, as many at a time as there are connections, and times each.
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

const event = { type: 'ContentEvent', message: 'hello', contentType: 'text/plain' };
const lpEvent = {
  sequence: 1,
  serverTimestamp: 1_649_331_017_991,
  event,
  conversationId: 'c1',
  dialogId: 'c1',
  metadata: [],
  messageAudience: 'ALL',
};
const body = JSON.stringify({
  type: 'TEXT',
  source: 'CONSUMER',
  data: { message: 'hello' },
  context: { lpEvent },
});

process.on('message', (order) => {
  measure(order).then(
    (figures) => process.send(figures),
    (error) => process.send({ failed: String(error) }),
  );
});

async function measure({ url, headers, requests, connections }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const options = {
    method: 'POST',
    agent,
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
  };
  const times = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let index = 0; index < requests / connections; index += 1) times.push(await once(url, options));
    }),
  );
  const took = performance.now() - began;
  agent.destroy();
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.floor(sorted.length * share)];
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), rate: (times.length * 1_000) / took };
}

function once(url, options) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const sent = request(url, options, (response) => {
      if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`));
      response.on('end', () => resolve(performance.now() - began)).resume();
    });
    sent.on('error', reject).end(body);
  });
}
