import { mapData } from '../payload/compose/map-data.ts';

/** Ids that are drawn anew each time, wherever they stand in a text. */
const drawn = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/gi;

/**
 * `value` with everything that is another one each time under a name: `<conversation>` for the conversation's own id,
 * `<id 1>`, `<id 2>` and so on for other ids, in the order in which they come.
 */
export function nameVolatile(value: unknown, conversation: string): unknown {
  const names = new Map<string, string>();
  const nameOf = (id: string): string => {
    const name = names.get(id) ?? `<id ${names.size + 1}>`;
    names.set(id, name);
    return name;
  };
  const named = (text: string): string =>
    (conversation === '' ? text : text.replaceAll(conversation, '<conversation>')).replaceAll(drawn, nameOf);
  return mapData(value, { text: named });
}
