import { settingRows } from '../../endpoint/service/setting-rows.ts';
import { assertPort, portFault, portFaultText } from '../port.ts';
import { defaultPort as sentinelPort } from '../sentinel/defaults.ts';
import { good, type Check } from './check.ts';

/** What listens at a port unless told otherwise. */
const listeners = [
  { command: 'lpf-emulator sentinel', port: Number(sentinelPort) },
  { command: 'lpf-endpoint', port: Number(settingRows.PORT.otherwise) },
];

/**
 * Whether the ports of 127.0.0.1 that our commands take by default are free, or `port` in place of those; tried out.
 * Throws `bad-usage` for what is no port.
 */
export async function checkPorts(port?: number): Promise<Check[]> {
  if (port === undefined) return Promise.all(listeners.map(({ command, port: own }) => check(own, command)));
  assertPort('--port', port, Number(sentinelPort));
  return [await check(port)];
}

async function check(port: number, command?: string): Promise<Check> {
  const fault = await portFault(port);
  const whose = command === undefined ? '' : `, the port of ${command}`;
  if (fault === null) return good('port', `127.0.0.1:${port} is free${whose}`);
  return {
    subject: 'port',
    status: 'warning',
    message: portFaultText(port, fault) + whose,
    hint: `stop that program, or give ${command ?? 'the command that you start'} another port with --port`,
  };
}
