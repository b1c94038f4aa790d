import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below those that Linux, macOS and Windows hand out to whoever takes any that is free. */
const least = 20_000;
const most = 32_000;

/**
 * A port of 127.0.0.1 that nobody has, and that the system gives to nobody by itself: so it is still free when it is
 * taken later, and when it was let go in between.
 */
export async function ownPort(): Promise<number> {
  for (;;) {
    const port = randomInt(least, most);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
