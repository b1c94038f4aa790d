import { assertPort, portFault, portFaultText } from '../port.ts';
import { good, type Check } from './check.ts';

/** The port that the local gateway listens on unless told otherwise. */
const defaultPort = 1789;

/** Whether `port` of 127.0.0.1 is free, which is tried out. Throws `bad-usage` for what is no port. */
export async function checkPort(port = defaultPort): Promise<Check> {
  assertPort('--port', port, defaultPort);
  const fault = await portFault(port);
  if (fault === null) return good('port', `127.0.0.1:${port} is free`);
  return {
    subject: 'port',
    status: 'warning',
    message: portFaultText(port, fault),
    hint: 'stop that program, or give the local gateway another port with --port',
  };
}
