import { MTLSError } from '../errors.ts';
import { ErrorCodes } from '../names/error-codes.ts';

/** A client certificate, its key, and that of its CA; PEM. */
export interface ClientTls {
  cert: string | Buffer;
  key: string | Buffer;
  ca?: string | Buffer;
}

/**
 * Throws where a part has not the shape of PEM; what it says is not looked at. Source: github.com/LivePersonInc/faas-cli
 * src/shared/core-functions-toolbelt/mtls-client/mtlsClient.ts.
 */
export function assertPem(client: ClientTls | null | undefined): void {
  const { Missing, Invalid } = ErrorCodes.Mtls;
  if (!client) throw new MTLSError('MTLS', Missing, 'No Client TLS config was provided');
  const { cert, ca, key } = client;
  const parts = [
    { name: 'cert', part: cert, code: Invalid.Cert },
    ...(ca ? [{ name: 'ca-cert', part: ca, code: Invalid.Cert }] : []),
    { name: 'key', part: key, code: Invalid.Key },
  ];
  const bad = parts.find(({ part }) => !isPem(part));
  if (!bad) return;
  const { name, code } = bad;
  throw new MTLSError('MTLS', code, `Provided ${name} is not rightly shaped. Please check ${name} format`);
}

function isPem(part: string | Buffer | undefined): boolean {
  const text = part?.toString() ?? '';
  return ['-----BEGIN', '-----END', '\n'].every((piece) => text.includes(piece));
}
