import type { Complaint } from './check.ts';
import type { ResponseItem } from './response.ts';

/** Encoded metadata that all texts of a response have, and what is lost where they differ. */
export interface SharedMetadata {
  value?: unknown;
  notices: readonly Complaint[];
}

/**
 * A function gives encoded metadata to all of its texts at once, a service to each. Cards have their own on either side,
 * but would take over those of the texts where they have none.
 */
export function sharedMetadata(response: readonly ResponseItem[]): SharedMetadata {
  const texts = response.flatMap((item, index) =>
    item.type === 'TEXT' ? [{ index, encoded: item.data.encodedMetadata }] : [],
  );
  const value = texts[0]?.encoded;
  const same =
    texts.every(({ encoded }) => encoded === value) && !(value !== undefined && hasBareCard(response));
  if (same) return { ...(value !== undefined && { value }), notices: [] };
  return {
    notices: texts
      .filter(({ encoded }) => encoded !== undefined)
      .map(({ index }) => ({
        path: `response[${index}].data.encodedMetadata`,
        message:
          'encoded metadata of a text is not shown here unless all messages of the response have some, and the texts the same',
      })),
  };
}

function hasBareCard(response: readonly ResponseItem[]): boolean {
  return response.some(
    (item) => item.type === 'STRUCTURED_CONTENT' && item.data.encodedMetadata === undefined,
  );
}
