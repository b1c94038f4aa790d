import type { SendFault } from './sent.ts';

/** What an error of a connection means, in words for the one who runs the service. */
export function networkFault(error: NodeJS.ErrnoException, url: URL): { fault: SendFault; message: string } {
  const { code = '', message } = error;
  const certificate = certificates[code];
  if (certificate !== undefined) return { fault: 'tls', message: `${url.host} ${certificate}` };
  const known = connections[code];
  if (known !== undefined) return { fault: 'unreachable', message: known(url) };
  if (code === 'EPROTO' || code.startsWith('ERR_SSL')) {
    const hint = 'does the base URL have to begin with http://?';
    return { fault: 'tls', message: `${url.host} does not speak TLS, or another version of it: ${hint}` };
  }
  if (code.startsWith('HPE_')) {
    const hint = url.protocol === 'http:' ? '; does the base URL have to begin with https://?' : '';
    return { fault: 'unreachable', message: `${url.host} does not answer in HTTP${hint}` };
  }
  return { fault: 'unreachable', message: `${url.host} cannot be reached: ${code || message}` };
}

const trust = 'trust it with --ca <file>, the certificate or its authority in PEM';

const certificates: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: `has a self-signed certificate; ${trust}`,
  SELF_SIGNED_CERT_IN_CHAIN: `has a certificate of an authority of its own; ${trust}`,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: `has a certificate whose authority is not known; ${trust}`,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: `has a certificate whose authority is not known; ${trust}`,
  CERT_HAS_EXPIRED: 'has a certificate that has expired; renew it',
  CERT_NOT_YET_VALID: 'has a certificate that is not valid yet; look at the clocks of both machines',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate for other names; use one of those in the base URL',
};

const connections: Readonly<Record<string, (url: URL) => string>> = {
  ECONNREFUSED: ({ host }) => `nothing listens at ${host}`,
  ENOTFOUND: ({ hostname }) => `there is no host ${hostname}`,
  EAI_AGAIN: ({ hostname }) => `the host ${hostname} cannot be looked up`,
  ECONNRESET: ({ host }) => `${host} closed the connection before its answer was whole`,
  EPIPE: ({ host }) => `${host} closed the connection before its answer was whole`,
  ETIMEDOUT: ({ host }) => `${host} does not take connections`,
};
