// A hono server that does nothing: what is left is HTTP.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const answer = {
  response: [{ type: 'TEXT', data: { message: 'You said: hello' } }],
  analytics: { intents: [] },
};
const app = new Hono().post('/', (context) => context.json(answer));
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(`http://127.0.0.1:${port}/`),
);
