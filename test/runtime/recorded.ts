import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecording, type Recording } from '../../emulator/payload/recording.ts';
import { sendLive } from '../../emulator/runtime/outbound/live.ts';
import { Recorder } from '../../emulator/runtime/outbound/record/recorder.ts';
import { recordingText } from '../../emulator/runtime/outbound/record/write.ts';
import { temporaryFolder } from '../temporary.ts';
import { make } from './made.ts';

/** A function of v2 whose payload is a list of requests; answers what each of them got. */
export const asks = `async function lambda({ payload }) {
  const got = [];
  for (const { path, ...options } of payload.requests) {
    const seen = await fetch(payload.base + path, options).then(
      async (response) => [response.status, response.headers.get('content-type'), Buffer.from(await response.arrayBuffer()).toString('base64')],
      (error) => error.cause.code,
    );
    got.push(seen);
  }
  return got;
}`;

export type Asked = { path: string } & RequestInit;

/** Calls once with the network open; answers what came, and the recording of it. */
export async function record(base: string, requests: Asked[], names: string[] = [], secrets: unknown[] = []) {
  const recorder = new Recorder();
  const made = await make(asks, { passage: { live: sendLive, newTape: () => recorder.newTape() } });
  const called = await made.call({ payload: { base, requests } });
  const written = await recordingText(recorder.tapes, { secrets, names }, new Date(0));
  return { called, ...written, tapes: recorder.tapes };
}

/** The recording as it is read again. */
export async function reread(text: string): Promise<Recording> {
  const folder = temporaryFolder();
  const path = join(folder, 'recording.yaml');
  writeFileSync(path, text);
  return readRecording(folder, path, 'recording.yaml');
}
