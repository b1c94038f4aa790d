/**
 * The part of the platform's toolbelt that the templates use, by its v2 name; `lpf-bundle` writes the name of the
 * generation at hand. Neither package is on npm.
 * Source: github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/secret-storage.
 */
declare module 'core-functions-toolbelt' {
  /** A secret of the account. JSON secrets arrive as objects, plain ones as text. */
  export interface Secret {
    key: string;
    value: unknown;
  }

  /** v2 only, v1 ignores it: read from the instance's cache (five minutes; default true), and milliseconds to wait (5000). */
  export interface SecretOptions {
    useCache?: boolean;
    timeout?: number;
  }

  export interface SecretClient {
    /** Rejects when there is no such secret (`com.liveperson.faas.secret.not-found`) or it cannot be read. */
    readSecret(key: string, options?: SecretOptions): Promise<Secret>;
    /** Secrets can be changed from a function but not created. */
    updateSecret(secret: Secret, options?: SecretOptions): Promise<Secret>;
  }

  export const Toolbelt: {
    SecretClient(): SecretClient;
  };
}
