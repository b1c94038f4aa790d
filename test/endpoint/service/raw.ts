import { request, type RequestOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';

/** What came back, and the local port of the connection that it came by. */
export interface RawAnswer {
  status: number | undefined;
  port: number;
  body: string;
}

/** A request whose body goes in chunks, without a length. */
export async function rawRequest(
  url: string,
  method: string,
  path: string,
  chunks: readonly string[],
  options: Pick<RequestOptions, 'agent' | 'headers'>,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(url);
    const sending = request({ port, method, path, ...options }, (response) => {
      const own = (response.socket.address() as AddressInfo).port;
      textOf(response).then((body) => resolve({ status: response.statusCode, port: own, body }), reject);
    });
    sending.on('error', reject);
    for (const chunk of chunks) sending.write(chunk);
    sending.end();
  });
}
