import type { AddressInfo, Server } from 'node:net';

/** A server that listens on 127.0.0.1 alone. */
export interface LocalServer {
  /** Without a slash at the end. */
  url: string;
  /** Ends it, with every connection. */
  readonly close: () => Promise<void>;
}

/** Has an HTTP server listen on 127.0.0.1; port 0 takes a free one. Rejects with the system's own error. */
export async function listenHere(
  server: Server & { closeAllConnections?: () => void },
  port: number,
): Promise<LocalServer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections?.();
      }),
  };
}
