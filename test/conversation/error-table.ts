import { connectorErrors, type DocumentedError } from '../../emulator/platform/connector-errors.ts';

/** Why a code cannot be produced here. Every code has a conversation at the moment. */
const notProducible: Partial<Record<DocumentedError, string>> = {};

/** What of a code is ours, or not imitated. */
const remarks: Partial<Record<DocumentedError, string>> = {
  'aivendor.faas.invoke-lambda': 'a quota that is used up is not imitated',
  'aivendor.faas.failed-faas-request':
    'the page names the same causes as for `invoke-lambda`; here it stands for a function that cannot be called at all',
  'events-queue.not-catched-pipeline-error':
    'no page says what leads to it; here it stands for an answer whose parts cannot be read',
  'pipes.chat-handle-bot-action.transfer-skill-not-existing': 'only the code for messaging is documented',
  'connector.messaging.send-message':
    'here for what the checks of structured content find; the list of allowed image domains is an account’s own',
  'aivendor.faas.testConnection': 'what the test sends is not documented; here a short text',
  'sdes-service.missing-session-or-visitor-id': 'that the conversation goes on is ours',
  'sdes-service.uauth-sdes-entry-is-empty': 'that the conversation goes on is ours',
};

/** The codes of LivePerson's Conversation Tester, and what stands for each here. */
const testerCodes: readonly [code: string, here: string][] = [
  [
    'liveperson-functions-invalid-body',
    'in the findings of `run` and `invoke`; in conversations `send-message`',
  ],
  [
    'liveperson-functions-invalid-action-body',
    'in the findings of `run` and `invoke`; in conversations the action is passed over, or `no-messages-and-not-supported-action`',
  ],
  ['common-no-quick-replies-support-chat', 'none: the connector’s own `quick-replies-not-supported`'],
  ['common-invalid-structured-content-body', 'none: the connector’s own `send-message`'],
  ['common-invalid-ai-vendor-response', 'none: the connector’s own `missing-response-body`'],
  ['common-invalid-parsed-response', 'none: the connector’s own codes for the answer'],
  ['custom-endpoint-invalid-body', 'none: `aivendor.custom-endpoint.invalid-response`, which is ours'],
];

/** A conversation that produces a code. */
export interface Producer {
  file: string;
  name: string;
}

const head = `# Error codes of the connector

Each error code of Third-Party Bots that the documentation names, and the conversation that produces it offline. The conversations are played by the tests; this page is made from what came of them (\`UPDATE_DOCS=1 npx jest test/conversation/every.test.ts\` writes it), and a test fails when it is out of date.

Every code begins with \`com.liveperson.bot-connectors-worker.error.\` Sources: [third-party-bots-bot-conversation-errors](https://developers.liveperson.com/third-party-bots-bot-conversation-errors.html) and [liveperson-functions-event-sources-third-party-bots](https://developers.liveperson.com/liveperson-functions-event-sources-third-party-bots.html).
`;

const testerHead = `
## Codes of the Conversation Tester

LivePerson’s own tester has codes for the same mistakes. It is not imitated; where the connector documents no code, the tester’s stands in. Source: [third-party-bots-conversation-tester](https://developers.liveperson.com/third-party-bots-conversation-tester.html).
`;

/** The page about the codes, with the conversation that produces each. */
export function errorPage(producers: ReadonlyMap<string, Producer>): string {
  const codes = Object.keys(connectorErrors) as DocumentedError[];
  const produced = codes.filter((code) => producers.has(code)).length;
  const rows = codes.map((code) => {
    const producer = producers.get(code);
    const where = producer
      ? `${producer.name} ([${producer.file.replace(/^.*\//, '')}](../test/conversation/every/${producer.file}))`
      : `none: ${notProducible[code] ?? '?'}`;
    return [`\`${code}\``, connectorErrors[code], where, remarks[code] ?? ''];
  });
  const table = layOut([['code', 'what it stands for', 'conversation', 'remarks'], ...rows]);
  const tester = layOut([['code', 'here'], ...testerCodes.map(([code, here]) => [`\`${code}\``, here])]);
  return `${head}\n${produced} of ${codes.length} codes can be produced.\n\n${table}\n${testerHead}\n${tester}\n`;
}

/** Codes that neither a conversation produces nor a reason excuses. */
export function unexplained(producers: ReadonlyMap<string, Producer>): string[] {
  return (Object.keys(connectorErrors) as DocumentedError[]).filter(
    (code) => !producers.has(code) && !(code in notProducible),
  );
}

/** A table as the formatter writes it. */
function layOut([heading = [], ...rows]: string[][]): string {
  const widths = heading.map((cell, at) => Math.max(cell.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [
    line(heading),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n');
}
