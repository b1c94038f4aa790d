import { accountId } from '../../platform/environment.ts';
import { defaultSentinel } from '../sentinel/defaults.ts';
import { botIdOf } from '../../endpoint/bot-id.ts';
import { endpointDefaults } from '../../endpoint/client/options.ts';
import type { Settings } from '../../endpoint/service/settings.ts';
import type { LocalSentinel } from './local-sentinel.ts';

/** What to enter where, once the service of the function `name` listens at `url`. */
export function announcement(
  name: string,
  url: string,
  settings: Settings,
  sentinel: LocalSentinel | undefined,
): string {
  const rows = [
    ['Base URL', url],
    ['Bot ID', settings.BOT_ID],
    ['Environment', settings.ENVIRONMENTS.join(' or ')],
    ['Account', settings.ACCOUNT_ID],
    ['Tokens from', settings.SENTINEL_URL?.origin ?? 'whoever has the private key'],
    ...(sentinel
      ? [
          ['Client ID', sentinel.client.id],
          ['Client Secret', sentinel.client.secret],
        ]
      : []),
  ];
  const lines = rows.map(([what = '', value = '']) => `  ${what.padEnd(15)}${value}`);
  const notes = sentinel
    ? [
        `Talk with it: lpf-emulator chat ${name} --endpoint ${url}${flagsFor(name, settings, sentinel)}`,
        'Its tokens come from a local Sentinel that ends with it. Ctrl-C ends it.',
      ]
    : ['Ctrl-C ends it.'];
  return ['The function answers as a Custom Endpoint.', ...lines, ...notes, ''].join('\n');
}

/** The flags of what is not as the other commands have it by themselves. */
function flagsFor(name: string, settings: Settings, { server }: LocalSentinel): string {
  const { BOT_ID, ENVIRONMENTS, ACCOUNT_ID } = settings;
  return [
    ...(BOT_ID === botIdOf(name) ? [] : [` --bot ${BOT_ID}`]),
    ...(ENVIRONMENTS.includes(endpointDefaults.environment) ? [] : [` --environment ${ENVIRONMENTS[0]}`]),
    ...(ACCOUNT_ID === accountId ? [] : [` --account ${ACCOUNT_ID}`]),
    ...(server.url === defaultSentinel ? [] : [` --sentinel ${server.url}`]),
  ].join('');
}
