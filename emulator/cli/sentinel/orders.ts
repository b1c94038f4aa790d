import { type SentinelFault, sentinelFaults } from '../../endpoint/sentinel-faults.ts';

/** What a line on standard input asks of a running Sentinel. */
export type Order =
  | { kind: 'rotate'; retire: boolean }
  | { kind: 'next'; fault: SentinelFault }
  | { kind: 'key' }
  | { kind: 'nothing' }
  | { kind: 'unknown'; text: string };

/** Reads a line. */
export function orderIn(line: string): Order {
  const [word = '', ...rest] = line.trim().split(/\s+/);
  const fault = sentinelFaults.find((name) => name === rest.join(' '));
  if (word === 'next' && fault) return { kind: 'next', fault };
  if (rest.length > 0) return { kind: 'unknown', text: line.trim() };
  switch (word) {
    case '':
      return { kind: 'nothing' };
    case 'rotate':
    case 'retire':
      return { kind: 'rotate', retire: word === 'retire' };
    case 'key':
      return { kind: 'key' };
    default:
      return { kind: 'unknown', text: line.trim() };
  }
}

/** Every order, with what it does. */
export const orderHelp = `While it runs, each line on standard input is an order:
  rotate        sign with a new key; the old one stays published for as long as its tokens hold
  retire        sign with a new key, and take the others back at once
  next <fault>  the next token is a faulty one, or there is none: ${sentinelFaults.slice(0, 5).join(', ')},
                ${sentinelFaults.slice(5).join(', ')}
  key           print the public key as PEM, for services that take one key instead of an address
SIGUSR2 does the same as rotate.`;
