import { accountId } from '../../platform/environment.ts';

/** The port where no other is asked for; ours. */
export const defaultPort = '4010';

/** Where other commands look for a Sentinel. */
export const defaultSentinel: string = `http://127.0.0.1:${defaultPort}`;

/** What the app installation of a Custom Endpoint has. Source: LivePerson's page on Third-Party Bots, Custom Endpoint. */
export const defaultScope = 'thirdpartybots.customendpoint.bot';

/** The account of the emulator. */
export const defaultAccount = accountId;
