/** One change that a function made in the imitated account. */
export interface ServiceChange {
  /** The service's name in CSDS, such as `mavenContext` or `smt`; `secrets` for the secret storage. */
  service: string;
  /** What was done, such as `set`, `delete` or `create namespace`. */
  operation: string;
  /** What it was done to, from the outside in, such as `custom/__default__/lastSkill`. */
  target: string;
  /** The new value; absent where there is none, and for secrets. */
  value?: unknown;
  /** Milliseconds since the invocation began. */
  at: number;
}
