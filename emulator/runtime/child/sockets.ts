import http from 'node:http';
import net from 'node:net';
import tls from 'node:tls';
import { type LinkEnd, linked } from './link.ts';

/** Where a connection was meant to go, and how. */
export interface Target {
  host: string;
  port: number;
  secure: boolean;
  /** Whether any certificate will do. */
  trusting: boolean;
}

/** One connection: the end that the function's client holds, and the other one. */
export interface Link {
  target: Target;
  client: LinkEnd;
  far: LinkEnd;
}

interface ConnectOptions {
  host?: string;
  port?: number | string;
  /** A socket of this machine; `null` from an agent of `http`. */
  path?: string | null;
  servername?: string;
  socket?: unknown;
  timeout?: number;
  signal?: AbortSignal;
  rejectUnauthorized?: boolean;
}

/** What a TLS socket has beyond any other; no client needs more of it than that it is there. */
const tlsParts = {
  encrypted: true,
  authorized: true,
  authorizationError: null,
  alpnProtocol: false,
  getPeerCertificate: () => ({}),
  getCertificate: () => ({}),
  getCipher: () => ({
    name: 'TLS_AES_256_GCM_SHA384',
    standardName: 'TLS_AES_256_GCM_SHA384',
    version: 'TLSv1.3',
  }),
  getProtocol: () => 'TLSv1.3',
  getSession: () => undefined,
  getEphemeralKeyInfo: () => ({}),
  isSessionReused: () => false,
  setSession: () => undefined,
  setServername: () => undefined,
  setMaxSendFragment: () => true,
  disableRenegotiation: () => undefined,
};

/**
 * Hands every connection that a client of this process opens to `accept` instead of the network. It is done where all
 * clients meet: `http`, `https`, agents of any package, and undici with its own pools.
 */
export function interceptSockets(accept: (link: Link) => void): void {
  const plain = net.connect;
  const connect = (...args: unknown[]): net.Socket => {
    const { options, callback } = read(args);
    // The guard beneath refuses it.
    if (typeof options.path === 'string') return (plain as (...args: unknown[]) => net.Socket)(...args);
    return open(options, false, callback, accept);
  };
  const secure = (...args: unknown[]): net.Socket => {
    const { options, callback } = read(args);
    return open(options, true, callback, accept);
  };
  Object.assign(net, { connect, createConnection: connect });
  Object.assign(http.Agent.prototype, { createConnection: connect });
  Object.assign(tls, { connect: secure });
}

function open(
  options: ConnectOptions,
  secure: boolean,
  onConnect: (() => void) | undefined,
  accept: (link: Link) => void,
): net.Socket {
  const { signal, timeout } = options;
  const { client, far } = linked(signal);
  if (secure) Object.assign(client, tlsParts);
  if (timeout) client.setTimeout(timeout);
  const connected = secure ? 'secureConnect' : 'connect';
  if (onConnect) client.once(connected, onConnect);
  Object.assign(client, { connecting: true });
  process.nextTick(() => {
    Object.assign(client, { connecting: false });
    if (client.destroyed) return;
    client.emit('connect');
    client.emit('ready');
    if (secure) client.emit('secureConnect');
    accept({ target: targetOf(options, secure), client, far });
  });
  return client;
}

function targetOf(options: ConnectOptions, secure: boolean): Target {
  const { host = 'localhost', port = secure ? 443 : 80 } = options;
  const strict = options.rejectUnauthorized ?? process.env['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0';
  return { host, port: Number(port), secure, trusting: !strict };
}

/** `connect` takes an options object, a port and a host, or a path; `tls.connect` options behind any of them. */
function read(args: unknown[]): { options: ConnectOptions; callback: (() => void) | undefined } {
  const callback = args.find((arg) => typeof arg === 'function') as (() => void) | undefined;
  const options: ConnectOptions = {};
  for (const [at, arg] of args.entries()) {
    if (typeof arg === 'object' && arg !== null) Object.assign(options, arg);
    else if (at === 0 && /^\d+$/.test(String(arg))) options.port = Number(arg);
    else if (at === 0) options.path = String(arg);
    else if (typeof arg === 'string') options.host = arg;
  }
  return { options, callback };
}
