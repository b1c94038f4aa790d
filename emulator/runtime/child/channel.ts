import type { ChildMessage } from '../protocol.ts';

const send = process.send?.bind(process);

/** Sends to the host. The pipe is written at once, so what was sent before an endless loop or an exit does arrive. */
export function tell(message: ChildMessage): void {
  send?.(message);
}

/** Lets the event loop run dry while a call is open: an instance with nothing left to do will never answer. */
export function waitForAnswer(): void {
  process.channel?.unref();
}

/** Keeps the instance alive for the next message. */
export function waitForHost(): void {
  process.channel?.ref();
}
