import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { startSentinel } from '../../emulator/endpoint/sentinel-server.ts';

/** A Custom Endpoint that somebody else wrote: it answers every text in words of its own, and checks nothing. */
export async function otherBot(): Promise<{
  flags: { endpoint: string; sentinel: string; client: string };
  close: () => Promise<void>;
}> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      if (request.method === 'PUT') return response.writeHead(204).end();
      response.setHeader('content-type', 'application/json');
      return response.end(
        JSON.stringify(request.method === 'GET' ? { state: 'online', version: '1.0.0' } : answer(body)),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sentinel = await startSentinel({
    port: 0,
    accountId: '00000000',
    clients: [{ id: 'me', secret: 'it:is', scope: 'thirdpartybots.customendpoint.bot' }],
  });
  return {
    flags: {
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      sentinel: sentinel.url,
      client: 'me:it:is',
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await sentinel.close();
    },
  };
}

function answer(body: string): unknown {
  const { data } = JSON.parse(body) as { data: { message?: string } };
  const message = data.message === 'hello' ? 'You said hello.' : 'Pardon?';
  return { response: [{ type: 'TEXT', data: { message } }], analytics: {} };
}
