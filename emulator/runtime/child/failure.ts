import { constants } from 'node:os';
import type { OutboundFailure } from '../../services/exchange.ts';

const errnos: Partial<Record<string, number>> = constants.errno;

/** The failure as Node's `http` and `https` report it: with what the system call says, where one failed. */
export function nodeError({ failure: { code, message } }: OutboundFailure): Error {
  const [, syscall, address, port] = /^(connect|read) \w+(?: (.+):(\d+))?$/.exec(message) ?? [];
  const errno = errnos[code];
  return Object.assign(
    new Error(message),
    syscall !== undefined && errno !== undefined && { errno: -errno },
    { code },
    syscall !== undefined && { syscall },
    address !== undefined && { address, port: Number(port) },
  );
}

/**
 * The failure as undici reports it, which has words of its own for a connection that is not made in time and for one
 * that is closed. Source: github.com/nodejs/undici docs/docs/api/Errors.md.
 */
export function undiciError(failed: OutboundFailure): Error {
  const { code, message } = failed.failure;
  if (code === 'ETIMEDOUT') {
    const address = /(\S+:\d+)$/.exec(message)?.[1];
    return named(
      'ConnectTimeoutError',
      'UND_ERR_CONNECT_TIMEOUT',
      `Connect Timeout Error (attempted address: ${address}, timeout: 10000ms)`,
    );
  }
  if (message === 'socket hang up') return named('SocketError', 'UND_ERR_SOCKET', 'other side closed');
  return nodeError(failed);
}

function named(name: string, code: string, message: string): Error {
  return Object.assign(new Error(message), { name, code });
}

/** undici's error for a request that it does not send. */
export function invalidArgument(message: string): Error {
  return named('InvalidArgumentError', 'UND_ERR_INVALID_ARG', message);
}

/** undici's error for a response that does not begin in time. */
export function headersTimeout(): Error {
  return named('HeadersTimeoutError', 'UND_ERR_HEADERS_TIMEOUT', 'Headers Timeout Error');
}
