import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that the server got. */
export interface Got {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A real server on this machine, for the tests of one file. */
export interface Backend {
  /** `http://127.0.0.1:<port>`, once the tests run. */
  address: string;
  /** What it does with a request; by default it hangs up. */
  answer: (got: Got, response: ServerResponse) => void;
  got: Got[];
}

/**
 * Starts a server before the tests of the file and ends it after them; before each test it forgets what it got, and the
 * environment variable gets its address, with `path` behind it.
 */
export function backend(variable: string, path = ''): Backend {
  const state: Backend = { address: '', answer: hangUp, got: [] };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const got = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
    state.got.push(got);
    state.answer(got, response);
  });
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    state.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await warmFetch();
  });
  beforeEach(() => {
    Object.assign(state, { answer: hangUp, got: [] });
    process.env[variable] = state.address + path;
  });
  afterAll(() => {
    delete process.env[variable];
    server.closeAllConnections();
    server.close();
  });
  return state;
}

/** Has Node load what its first `fetch` needs: a function that gives up after 400 ms would wait for that too. */
export async function warmFetch(): Promise<void> {
  await (await fetch('data:,')).text();
}

function hangUp(_: Got, response: ServerResponse): void {
  response.socket?.destroy();
}

/** Answers with JSON. */
export function json(status: number, body: unknown): Backend['answer'] {
  return (_, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
