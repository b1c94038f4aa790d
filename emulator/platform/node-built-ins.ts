/**
 * Built-ins that came after Node 20 and are in Node 22. Source: nodejs.org/en/blog/announcements/v21-release-announce
 * and v22-release-announce.
 */
const since21 = {
  globals: ['Iterator', 'WebSocket', 'navigator'],
  functions: [
    'Array.fromAsync',
    'Iterator.from',
    'JSON.rawJSON',
    'Map.groupBy',
    'Object.groupBy',
    'Promise.withResolvers',
  ],
  methods: {
    Set: [
      'difference',
      'intersection',
      'isDisjointFrom',
      'isSubsetOf',
      'isSupersetOf',
      'symmetricDifference',
      'union',
    ],
    ArrayBuffer: ['transfer', 'transferToFixedLength'],
    Iterator: ['drop', 'every', 'filter', 'find', 'flatMap', 'map', 'reduce', 'some', 'take', 'toArray'],
  },
};

/** The built-in of Node 22, which Node 20 lacks, that a runtime error speaks of; `undefined` where it is another thing. */
export function builtInOfNode22(message: string): string | undefined {
  const [, called = '', name = ''] = /^(.*?)([\w$]+) is not (?:a function|defined)/.exec(message) ?? [];
  if (called === '') return since21.globals.find((each) => each === name);
  const { Set, ArrayBuffer, Iterator } = since21.methods;
  const whole = since21.functions.find((each) => each === called + name);
  if (whole !== undefined) return whole;
  if (Set.includes(name)) return `Set.prototype.${name}`;
  if (ArrayBuffer.includes(name)) return `ArrayBuffer.prototype.${name}`;
  // Whatever else has such a method is hardly asked for it where it has just been made.
  const iterates = name === 'toArray' || /\.(?:entries|keys|matchAll|values)\(\.{0,3}\)\.$/.test(called);
  return iterates && Iterator.includes(name) ? `Iterator.prototype.${name}` : undefined;
}
