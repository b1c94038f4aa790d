/** `<ns:name>value</ns:name>`. */
const elements = /<((?:[\w-]+:)?([\w.-]+))((?:\s[^<>]*)?)>([^<>]+)<\/\1>/g;

/** A tag with attributes, such as `<input name="password" value="…">`. */
const tags = /<[a-z][\w:-]*\s[^<>]*>/gi;

const naming = /\b(?:name|id|type)\s*=\s*["']?([\w.-]+)/gi;
const given = /(?<=\b(?:value|content)\s?=\s?)("[^"]*"|'[^']*'|[^\s"'<>]+)/gi;

/** XML and HTML in which what belongs to a sensitive name is as `replaced` makes it. */
export function replaceInMarkup(
  text: string,
  isSensitive: (name: string, value: string) => boolean,
  replaced: (value: string, name: string) => string,
): string {
  const inTag = (tag: string): string => {
    const names = [...tag.matchAll(naming)].map(([, name = '']) => name);
    return tag.replaceAll(given, (spelt) => {
      const [quote = ''] = /^["']/.exec(spelt) ?? [];
      const value = spelt.slice(quote.length, spelt.length - quote.length);
      const name = names.find((one) => isSensitive(one, value));
      return name === undefined || value === '' ? spelt : `${quote}${replaced(value, name)}${quote}`;
    });
  };
  return text
    .replaceAll(elements, (all, tag: string, name: string, attributes: string, value: string) =>
      isSensitive(name, value) ? `<${tag}${attributes}>${replaced(value, name)}</${tag}>` : all,
    )
    .replaceAll(tags, inTag);
}
