import type { Settings } from '../project/settings.ts';
import type { Account } from './account.ts';
import type { ServiceChange } from './change.ts';
import { SecretStorage } from './secrets.ts';

let ids = 0;

/** A new account with the project's secrets. */
export function createAccount(settings: Settings): Account {
  const changes: ServiceChange[] = [];
  let now = (): number => 0;
  const secrets = new SecretStorage(settings.secrets, (change) => changes.push({ ...change, at: now() }));
  ids += 1;
  return {
    id: ids,
    changes,
    answer: async () => undefined,
    secret: async (ask, moment) => {
      now = moment;
      return secrets.answer(ask);
    },
  };
}
