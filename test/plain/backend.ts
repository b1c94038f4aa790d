import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Payload } from '../../emulator/index.ts';

/** A real server that answers a request below `/<n>/` as the first mock of the n-th payload says. */
export async function startBackend(payloads: Payload[]): Promise<{ server: Server; address: string }> {
  const server = createServer(({ url = '' }, response) => {
    const mock = payloads[Number(url.split('/')[1])]?.mocks[0];
    if (!mock) return response.writeHead(599).end();
    const { status = 200, headers = {}, body, delay = 0 } = mock;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const timer = setTimeout(() => response.writeHead(status, headers).end(text), delay);
    return response.on('close', () => clearTimeout(timer));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
