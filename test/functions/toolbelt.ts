import { readFileSync } from 'node:fs';

/** The secrets of the account, as a local run has them; a test may take them away. */
export const account: { secrets: { key: string; value: unknown }[] } = JSON.parse(
  readFileSync('functions/settings.json', 'utf8'),
) as { secrets: { key: string; value: unknown }[] };

/** The platform's package as far as the templates use it, over functions/settings.json; the package is not on npm. */
export const toolbelt = {
  Toolbelt: {
    SecretClient: () => ({
      async readSecret(key: string) {
        const secret = account.secrets.find((candidate) => candidate.key === key);
        if (!secret) throw new Error('com.liveperson.faas.secret.not-found');
        return secret;
      },
    }),
  },
};
