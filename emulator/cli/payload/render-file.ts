import { posix } from 'node:path';
import type { ComposedFragment } from '../../payload/catalogue.ts';
import type { Payload } from '../../payload/payload.ts';

/** A payload or fragment as the file that it could be read from. */
export function fileOf(stored: Payload | ComposedFragment): Record<string, unknown> {
  const { source, inferred } = stored;
  if (!('input' in stored)) return { source, inferred, value: stored.value };
  const { input, mocks, recording, file } = stored;
  return {
    source,
    inferred,
    ...(input.headers.length > 0 && { headers: input.headers }),
    ...(input.timestamp !== undefined && { timestamp: input.timestamp }),
    payload: input.payload,
    ...(mocks.length > 0 && { mocks }),
    ...(recording && { recording: posix.relative(posix.dirname(file), recording.file) }),
  };
}

/** The file as YAML. Values that occur twice are written twice: an alias saves nothing here. */
export async function renderFile(file: Record<string, unknown>): Promise<string> {
  const { stringify } = await import('yaml');
  return stringify(file, { lineWidth: 110, singleQuote: true, aliasDuplicateObjects: false });
}
