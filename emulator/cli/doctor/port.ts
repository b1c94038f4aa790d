import { createServer } from 'node:net';
import { EmulatorError } from '../../errors.ts';
import { good, type Check } from './check.ts';

/** The port that the local gateway listens on unless told otherwise. */
const defaultPort = 1789;

/** Whether `port` of 127.0.0.1 is free, which is tried out. Throws `bad-usage` for what is no port. */
export async function checkPort(port = defaultPort): Promise<Check> {
  assertPort(port);
  const fault = await listen(port);
  if (fault === null) return good('port', `127.0.0.1:${port} is free`);
  return {
    subject: 'port',
    status: 'warning',
    message: `127.0.0.1:${port} ${fault === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used: ${fault}`}`,
    hint: 'stop that program, or give the local gateway another port with --port',
  };
}

function assertPort(port: number): void {
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return;
  throw new EmulatorError({
    code: 'bad-usage',
    message: '--port wants a port number',
    hint: `give a number from 1 to 65535, such as --port ${defaultPort}`,
  });
}

/** The system's reason why the port cannot be had; `null` when it could. */
function listen(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(null)));
  });
}
