/** What can be typed in a chat beside what the consumer says. */
export const commands = {
  say: {
    takes: '<text>',
    what: 'the consumer says a text as it is, even a number or one that begins with /',
  },
  click: {
    takes: '<title>',
    what: 'the consumer clicks a quick reply or a button; its number alone does too',
  },
  file: { takes: '<path or name>', what: 'the consumer sends a file or image' },
  card: {
    takes: '[json|sample]',
    what: 'the consumer sends rich content; sample is a location as WhatsApp sends it',
  },
  types: { takes: '', what: 'the consumer types' },
  welcome: {
    takes: '',
    what: 'the event with which the bot speaks first: a chat begins, or an agent hands over to the bot',
  },
  sdes: { takes: '<json>', what: 'the visitor’s page reports engagement attributes' },
  'agent-joins': { takes: '[name]', what: 'an agent joins' },
  'agent-says': { takes: '<text>', what: 'an agent says something' },
  transfer: { takes: '[skill]', what: 'an agent transfers to a skill; to the bot’s own where none is named' },
  idle: { takes: '<time>', what: 'nobody does anything for so long, such as 90s, 5m or 1d' },
  bot: {
    takes: '<state>',
    what: 'the bot is started (starts), or its state is online, offline, vendor- or service-interruption',
  },
  close: { takes: '[consumer|agent]', what: 'the conversation is closed' },
  retry: { takes: '', what: 'the last turn again, with the functions as they are now' },
  save: { takes: '<name>', what: 'write the conversation as a test, conversations/<name>.yaml' },
  transcript: {
    takes: '<file>',
    what: 'write all that was said and done to a file; lpf-emulator transcript shows and replays it',
  },
  settings: {
    takes: '[key: value, ...]',
    what: 'show the bot’s settings; or change some and begin a new conversation',
  },
  new: { takes: '', what: 'begin a new conversation' },
  help: { takes: '', what: 'this list' },
  quit: { takes: '', what: 'end the chat' },
} as const satisfies Record<string, { takes: string; what: string }>;

/** The name of a command, without its slash. */
export type CommandName = keyof typeof commands;

/** Whether there is a command of that name. */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

/** The list of commands, each with a sentence. */
export function helpText(): string {
  const rows = Object.entries(commands).map(([name, { takes, what }]) => ({
    head: `/${name} ${takes}`.trim(),
    what,
  }));
  const width = Math.max(...rows.map(({ head }) => head.length));
  const lines = rows.map(({ head, what }) => `  ${head.padEnd(width)}  ${what}`);
  return `${['Anything else is what the consumer says.', ...lines].join('\n')}\n`;
}
