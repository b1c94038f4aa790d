import { endpointScope } from '../../endpoint/service/scopes.ts';
import { accountId } from '../../platform/environment.ts';

/** The port where no other is asked for; ours. */
export const defaultPort = '4010';

/** Where other commands look for a Sentinel. */
export const defaultSentinel: string = `http://127.0.0.1:${defaultPort}`;

/** What the tokens are for where nothing else is said. */
export const defaultScope = endpointScope;

/** The account of the emulator. */
export const defaultAccount = accountId;
