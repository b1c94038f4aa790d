import { readFileSync } from 'node:fs';

interface Account {
  secrets: { key: string; value: unknown }[];
  /** What is in the Context Service, by `namespace/session`. */
  context: Record<string, Record<string, unknown>>;
  /** The messages of the conversations in the history. */
  conversations: Record<string, { text: string; sentBy: string; timeL: number }[]>;
  /** Engagement attributes, in the order in which they were written. */
  sdes: { sdes: unknown; visitorId: string; sessionId: string }[];
  /** What the account's functions answer, by UUID; one without an answer cannot be reached. */
  functions: Record<string, unknown>;
  /** What the orchestrator was asked for, in order. */
  orchestrated: { invocations: { uuid: string; payload: unknown }[]; deadline: number; options: object }[];
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
  functions: {},
  orchestrated: [],
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

const orchestrator = {
  async invoke(invocations: { uuid: string; payload: unknown }[], deadline: number, options: object) {
    account.orchestrated.push({ invocations, deadline, options });
    await account.outage?.();
    return invocations.map(({ uuid }) =>
      Object.hasOwn(account.functions, uuid)
        ? { uuid, statusCode: 200, headers: {}, body: account.functions[uuid] }
        : { uuid, error: { code: 'com.liveperson.faas.orchestrator-fn.general', message: 'private words' } },
    );
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
      async updateSecret(changed: { key: string; value: unknown }) {
        const index = account.secrets.findIndex(({ key }) => key === changed.key);
        if (index < 0) throw failure('faas.secret.not-found');
        account.secrets = account.secrets.with(index, changed);
        return changed;
      },
    }),
    ContextServiceClient: contextService,
    ConversationUtil: () => conversationUtil,
    SDEUtil: () => sdeUtil,
    OrchestratorClient: () => orchestrator,
  },
  ConversationContentTypes: { MESSAGE_RECORDS: 'messageRecords' },
  SDETypes: { CUSTOMER_INFO: 'ctmrinfo' },
};
