import type { ChildMessage } from '../protocol.ts';
import { untouched } from '../realm/own-json.ts';

// Taken before a function can take them away.
const send = process.send?.bind(process);
const { channel } = process;
let answering = false;
let replies = 0;

/** Sends to the host. The pipe is written at once, so what was sent before an endless loop or an exit does arrive. */
export function tell(message: ChildMessage): void {
  send?.(untouched(message));
}

/**
 * Lets the event loop run dry while a call is open: an instance with nothing left to do, and no reply of the host to
 * wait for, will never answer.
 */
export function waitForAnswer(): void {
  answering = true;
  hold();
}

/** Keeps the instance alive for the next message. */
export function waitForHost(): void {
  answering = false;
  hold();
}

/** One more reply of the host is awaited. */
export function expectReply(): void {
  replies += 1;
  hold();
}

/** One reply fewer. */
export function replyArrived(): void {
  replies -= 1;
  hold();
}

function hold(): void {
  if (answering && replies === 0) channel?.unref();
  else channel?.ref();
}
