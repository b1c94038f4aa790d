const docs = 'developers.liveperson.com';
const basic = `${docs}/third-party-bots-liveperson-functions-basic-content.html`;

/** The limits of what the Third-Party Bots connector takes and does, each with its unit and where it comes from. */
export const connectorLimits = {
  intentId: { unit: 'characters', value: 256, source: basic },
  intentName: { unit: 'characters', value: 256, source: basic },
  confidenceScore: { unit: 'score', value: 1, source: basic },
  encodedMetadata: {
    unit: 'characters',
    value: 5_000,
    source: `${docs}/third-party-bots-liveperson-functions-advanced-features.html, github.com/LivePersonInc/third-party-bots-templates README.md`,
  },
  structuredContent: { unit: 'bytes', value: 15_000, source: `${docs}/third-party-bots-public-api.html` },
  openConversations: {
    unit: 'conversations',
    value: 999,
    source: `${docs}/third-party-bots-bot-conversation-errors.html`,
  },
} as const satisfies Record<string, { unit: string; value: number; source: string }>;
