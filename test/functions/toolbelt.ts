import { readFileSync } from 'node:fs';

interface Account {
  secrets: { key: string; value: unknown }[];
  /** What is in the Context Service, by `namespace/session`. */
  context: Record<string, Record<string, unknown>>;
  /** The messages of the conversations in the history. */
  conversations: Record<string, { text: string; sentBy: string; timeL: number }[]>;
  /** Engagement attributes, in the order in which they were written. */
  sdes: { sdes: unknown; visitorId: string; sessionId: string }[];
  /** How clients of services were made, in order. */
  clients: unknown[];
  /** When set, every call of a service goes there first. */
  outage: (() => Promise<never>) | undefined;
}

/** The account, as a local run has it; a test may change it. */
export const account: Account = {
  ...(JSON.parse(readFileSync('functions/settings.json', 'utf8')) as Pick<Account, 'secrets'>),
  context: {},
  conversations: {},
  sdes: [],
  clients: [],
  outage: undefined,
};

/** A failure as the toolbelt has it, with a message that must not get into a log. */
export const failure = (code: string): Error =>
  Object.assign(new Error(`private words about ${code}`), { code: `com.liveperson.${code}` });

function contextService(made: unknown) {
  account.clients.push(made);
  return {
    async setPropertiesInNamespace(namespace: string, properties: Record<string, unknown>, session: string) {
      await account.outage?.();
      const key = `${namespace}/${session}`;
      return (account.context[key] = { ...account.context[key], ...properties });
    },
  };
}

const conversationUtil = {
  async getConversationById(id: string, content: string[]) {
    await account.outage?.();
    const messages = account.conversations[id];
    if (!messages) throw failure('faas.conversation-util.conversation.not-found');
    return { conversationHistoryRecords: [{ content, messages }] };
  },
  scanConversationForKeywords(
    {
      conversationHistoryRecords: [record],
    }: { conversationHistoryRecords: { messages: Account['conversations'][string] }[] },
    keywords: string[],
  ) {
    return keywords.flatMap((keyword) =>
      (record?.messages ?? [])
        .filter(({ text }) => new RegExp(keyword, 'i').test(text))
        .map(({ text, sentBy, timeL }) => ({
          message: text,
          sentBy,
          sentTimestamp: timeL,
          tag: `keywordRef:${keyword}`,
        })),
    );
  },
};

const sdeUtil = {
  async addSDEs(sdes: unknown, visitorId: string, sessionId: string) {
    await account.outage?.();
    account.sdes.push({ sdes, visitorId, sessionId });
  },
};

/** The platform's package as far as the templates use it, over that account; the package is not on npm. */
export const toolbelt = {
  Toolbelt: {
    SecretClient: () => ({
      async readSecret(key: string) {
        const secret = account.secrets.find((candidate) => candidate.key === key);
        if (!secret) throw failure('faas.secret.not-found');
        return secret;
      },
    }),
    ContextServiceClient: contextService,
    ConversationUtil: () => conversationUtil,
    SDEUtil: () => sdeUtil,
  },
  ConversationContentTypes: { MESSAGE_RECORDS: 'messageRecords' },
  SDETypes: { CUSTOMER_INFO: 'ctmrinfo' },
};
