import { resolve } from 'node:path';
import type { Payload } from '../../payload/payload.ts';
import type { Recording } from '../../payload/recording.ts';
import type { Settings } from '../../project/settings.ts';

/** Files (absolute paths) that a payload takes answers from: its recording, and bodies of mocks. */
export function filesOfPayload(root: string, { mocks, base, recording }: Payload): string[] {
  return [
    ...(base === undefined ? [] : bodiesOf(base, mocks)),
    ...(recording === undefined ? [] : filesOfRecording(root, recording)),
  ];
}

/** The recording itself, and the bodies that it has in files of their own. */
export function filesOfRecording(root: string, { file, base, mocks }: Recording): string[] {
  return [resolve(root, file), ...bodiesOf(base, mocks)];
}

function bodiesOf(base: string, mocks: Payload['mocks']): string[] {
  return mocks.flatMap(({ file }) => (file === undefined ? [] : [resolve(base, file)]));
}

const fileKey = /\bfile:\s*(?:"(?<quoted>[^"\n]+)"|'(?<single>[^'\n]+)'|(?<plain>[^\s#,}]+))/g;

/** What `account.yaml` may take from files: whatever it names by `file`, which is enough to know what to watch. */
export function filesOfAccount(root: string, { account = '' }: Settings): string[] {
  return [...account.matchAll(fileKey)].map(({ groups: { quoted, single, plain } = {} }) =>
    resolve(root, quoted ?? single ?? plain ?? ''),
  );
}
