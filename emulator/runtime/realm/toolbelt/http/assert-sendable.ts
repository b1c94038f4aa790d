import { isToken } from '../../../../platform/http-grammar.ts';
import { headerFault } from '../host/headers.ts';

/** Throws what Node's `http` throws for a method or a header that it does not send. */
export function assertSendable(method: unknown, headers: Record<string, string>): void {
  if (typeof method !== 'string') {
    const given = `Received type ${typeof method} (${String(method)})`;
    throw nodeError('ERR_INVALID_ARG_TYPE', `The "options.method" property must be of type string. ${given}`);
  }
  if (!isToken(method)) {
    throw nodeError('ERR_INVALID_HTTP_TOKEN', `Method must be a valid HTTP token ["${method}"]`);
  }
  const { name, part } = headerFault(headers) ?? {};
  if (part === 'name') {
    throw nodeError('ERR_INVALID_HTTP_TOKEN', `Header name must be a valid HTTP token ["${name}"]`);
  }
  if (part === 'value') {
    throw nodeError('ERR_INVALID_CHAR', `Invalid character in header content ["${name}"]`);
  }
}

/** An error that names its code where it becomes text, as those of Node do. */
function nodeError(code: string, message: string): TypeError {
  const error = Object.assign(new TypeError(message), { code });
  return Object.defineProperty(error, 'toString', { value: () => `TypeError [${code}]: ${message}` });
}
