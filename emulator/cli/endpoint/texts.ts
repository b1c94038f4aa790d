import { defaultSentinel } from '../sentinel/defaults.ts';
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
        `Talk with it: lpf-emulator chat ${name} --endpoint ${url}${elsewhere(sentinel)}`,
        'Its tokens come from a local Sentinel that ends with it. Ctrl-C ends it.',
      ]
    : ['Ctrl-C ends it.'];
  return ['The function answers as a Custom Endpoint.', ...lines, ...notes, ''].join('\n');
}

/** The flag that says where tokens come from, if it is not where the other commands look for them. */
function elsewhere({ server }: LocalSentinel): string {
  return server.url === defaultSentinel ? '' : ` --sentinel ${server.url}`;
}
