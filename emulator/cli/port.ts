import { createServer } from 'node:net';
import { EmulatorError } from '../errors.ts';

/** The system's reason why a port of 127.0.0.1 cannot be had, which is tried out; `null` when it can. */
export function portFault(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(null)));
  });
}

/** The reason in words. */
export function portFaultText(port: number, fault: string, host = '127.0.0.1'): string {
  return `${host}:${port} ${fault === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used: ${fault}`}`;
}

/** Throws `bad-usage` unless `port` is one; `flag` is where it comes from, and `example` a good one. */
export function assertPort(flag: string, port: number, example: number): void {
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return;
  throw new EmulatorError({
    code: 'bad-usage',
    message: `${flag} wants a port number`,
    hint: `give a number from 1 to 65535, such as ${flag} ${example}`,
  });
}
