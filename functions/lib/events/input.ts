/**
 * What the platform hands to `lambda`. Only `payload` is certain: the platform adds `timestamp` (Unix milliseconds)
 * when it calls a function, the official local runner does not.
 * Source: github.com/LivePersonInc/faas-client-node src/types/apiSpec.ts (InvocationDomain).
 */
export interface Input<Payload> {
  timestamp?: number;
  headers?: readonly { key: string; value: string }[];
  payload: Payload;
}
