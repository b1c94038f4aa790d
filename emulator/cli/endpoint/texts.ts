import type { Settings } from '../../endpoint/service/settings.ts';
import type { LocalSentinel } from './local-sentinel.ts';

/** What to enter where, once the service listens at `url`. */
export function announcement(url: string, settings: Settings, sentinel: LocalSentinel | undefined): string {
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
  const lines = rows.map(([name = '', value = '']) => `  ${name.padEnd(15)}${value}`);
  const note = sentinel ? 'Its tokens come from a local Sentinel that ends with it. ' : '';
  return ['The function answers as a Custom Endpoint.', ...lines, `${note}Ctrl-C ends it.`, ''].join('\n');
}
