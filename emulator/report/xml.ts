import { escaped } from './printable.ts';

/**
 * What XML 1.0 forbids in any form, even as a reference (most control characters and lone surrogates; w3.org/TR/xml/#charsets),
 * and what it allows but would act upon whoever shows it: the other control characters and the direction marks.
 */
const unfit =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[^\t\n\r\u0020-\u007e\u00a0-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const refer = (character: string): string => references[character] ?? character;

/** Text for an XML element; what XML cannot hold is written as an escape such as `\u001b`. */
function xmlText(text: string): string {
  return text.replace(unfit, escaped).replace(/[&<>\r]/g, refer);
}

/** Text for an XML attribute in double quotes; line breaks survive as references. */
function xmlAttribute(text: string): string {
  return text.replace(unfit, escaped).replace(/[&<>"\t\n\r]/g, refer);
}

/** An element; attributes in the order given, children on lines of their own, text as it is. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: readonly string[] | string = [],
): string {
  const head = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${xmlAttribute(String(value))}"`),
  ];
  if (typeof content === 'string') return `<${head.join(' ')}>${xmlText(content)}</${name}>`;
  if (content.length === 0) return `<${head.join(' ')}/>`;
  return `<${head.join(' ')}>\n${content.join('\n')}\n</${name}>`;
}
