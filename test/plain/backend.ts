import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Payload } from '../../emulator/index.ts';
import { findMock } from './mock.ts';

/** A real server that answers a request below `/<n>/<host>/` as the mocks of the n-th payload say of that host. */
export async function startBackend(payloads: Payload[]): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    const [, index, host, ...path] = (request.url ?? '').split('/');
    const url = `https://${host}/${path.join('/')}`;
    const mock = findMock(payloads[Number(index)]?.mocks ?? [], { method: request.method ?? '', url });
    if (!mock) return request.destroy();
    const { status = 200, headers = {}, body, delay = 0 } = mock;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const timer = setTimeout(() => response.writeHead(status, headers).end(text), delay);
    return response.on('close', () => clearTimeout(timer));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
