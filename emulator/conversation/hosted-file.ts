import type { HostedFile } from '../connector/transcript/entry.ts';
import type { Turn } from './schema/turn.ts';

type Written = NonNullable<NonNullable<Turn['sends']>['file']>;

/** A file as the messaging API has it; of a bare name its ending is the type. */
export function hostedFile(written: Written): HostedFile {
  const { relativePath, fileType, caption, preview } =
    typeof written === 'string' ? { relativePath: written } : written;
  return {
    relativePath,
    fileType: fileType ?? (/\.(\w+)$/.exec(relativePath)?.[1] ?? 'file').toUpperCase(),
    ...(caption !== undefined && { caption }),
    ...(preview !== undefined && { preview }),
  };
}
