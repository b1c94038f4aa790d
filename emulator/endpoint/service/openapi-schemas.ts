import { botStates } from '../contract/bot-state.ts';

/** Schemas of the document, in JSON Schema 2020-12 as OpenAPI 3.1 has it. */
export const schemas = {
  Environments: { type: 'array', items: { type: 'string' }, minItems: 1 },
  State: {
    type: 'object',
    required: ['state', 'version'],
    properties: {
      state: { enum: botStates },
      version: { type: 'string' },
    },
    additionalProperties: false,
  },
  Conversation: {
    type: 'object',
    description:
      'What a service is told once. Engagement attributes are there only where they are collected.',
    properties: {
      sdes: {
        type: ['object', 'null'],
        properties: {
          authenticatedSdes: { type: ['object', 'null'] },
          unauthenticatedSdes: { type: ['object', 'null'] },
        },
      },
      context: {
        type: ['object', 'null'],
        properties: {
          type: { type: ['string', 'null'], examples: ['MESSAGING', 'CHAT'] },
          skillId: { type: ['string', 'number', 'null'] },
          engagementId: { type: ['string', 'number', 'null'] },
          campaignId: { type: ['string', 'number', 'null'] },
          visitor: { type: ['object', 'null'] },
          assignedAgentId: { type: ['string', 'null'] },
        },
      },
    },
  },
  Event: {
    oneOf: [
      event('TEXT', ['message'], { message: { type: 'string' } }),
      event('RICH_CONTENT', ['content'], { content: { type: 'object' } }),
      event('hosted-file', ['relativePath', 'fileType'], {
        caption: { type: ['string', 'null'] },
        relativePath: { type: 'string' },
        fileType: { type: 'string' },
        preview: { type: ['string', 'null'] },
      }),
      event('CONVERSATION', ['name'], { name: { enum: ['STARTED', 'TRANSFERRED', 'CLOSED'] } }),
      event('START'),
      event('CLOSE_CONVERSATION'),
    ],
  },
  Response: {
    type: 'object',
    required: ['response', 'analytics'],
    properties: {
      response: { type: 'array', items: { $ref: '#/components/schemas/Item' } },
      analytics: { type: 'object', properties: { intents: { type: 'array', items: { type: 'object' } } } },
    },
    additionalProperties: false,
  },
  Item: {
    type: 'object',
    description:
      'At most one item of a response is an ACTION. What the function answered is passed on as it is.',
    required: ['type', 'data'],
    properties: {
      type: { enum: ['TEXT', 'STRUCTURED_CONTENT', 'DELAY', 'ACTION'] },
      data: { type: 'object' },
    },
  },
  Problem: {
    type: 'object',
    required: ['code', 'message', 'requestId'],
    properties: {
      code: { type: 'string', description: 'for programs; a closed list, see the description of the status' },
      message: { type: 'string', description: 'for people' },
      requestId: { type: 'string', description: 'names the request in the log of the service' },
    },
    additionalProperties: false,
  },
  Document: { type: 'object', description: 'OpenAPI 3.1' },
  Health: {
    type: 'object',
    required: ['status'],
    properties: { status: { const: 'ok' } },
    additionalProperties: false,
  },
  Readiness: {
    type: 'object',
    required: ['status', 'checks'],
    properties: {
      status: { enum: ['ok', 'unavailable'] },
      checks: {
        type: 'object',
        required: ['store', 'keys', 'running'],
        properties: { store: { type: 'boolean' }, keys: { type: 'boolean' }, running: { type: 'boolean' } },
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  },
};

/** An event of `type`; what its data needs, or nothing where they may be missing. */
function event(type: string, required: string[] = [], properties: Record<string, unknown> = {}) {
  return {
    type: 'object',
    required: required.length > 0 ? ['type', 'data'] : ['type'],
    properties: {
      type: { const: type },
      source: { enum: ['CONSUMER', 'CONVERSATION', null] },
      data: { type: required.length > 0 ? 'object' : ['object', 'null'], required, properties },
      context: { type: ['object', 'null'], properties: { lpEvent: { type: ['object', 'null'] } } },
    },
  };
}
