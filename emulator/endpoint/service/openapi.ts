import type { Bot } from './bot.ts';
import { always, answer, json, silence, withBody, withFunction } from './openapi-responses.ts';
import { schemas } from './openapi-schemas.ts';

const bots = '/v1/bots/{botId}/environments';
const conversation = `${bots}/{environment}/conversations/{convId}`;

/** The OpenAPI 3.1 document of the service as it is set up. */
export function openApi({ bot, basePath }: { bot: Bot; basePath: string }) {
  const methods = {
    [bots]: { parameters: [botId], get: environments },
    [`${bots}/{environment}/state`]: { parameters: [botId, environment], get: state },
    [conversation]: { parameters: [botId, environment, convId], put: create },
    [`${conversation}/events`]: { parameters: [botId, environment, convId], post: events },
  };
  const below = Object.entries(methods).map(([path, item]) => [`${basePath}${path}`, item]);
  return {
    openapi: '3.1.0',
    info: { title: 'Custom Endpoint for LivePerson Third-Party Bots', version: bot.version },
    security: [{ sentinel: [] }],
    paths: { ...(Object.fromEntries(below) as typeof methods), ...open },
    components: {
      securitySchemes: {
        sentinel: { type: 'http', scheme: 'bearer', bearerFormat: 'AppJWT of LivePerson’s Sentinel, RS256' },
      },
      schemas,
    },
  };
}

const botId = parameter('botId', { type: 'string', pattern: '^[A-Za-z0-9-]+$', maxLength: 36 });
const environment = parameter('environment', { type: 'string' });
const convId = parameter('convId', { type: 'string', minLength: 1, maxLength: 256 });

function parameter(name: string, schema: Record<string, unknown>) {
  return { name, in: 'path', required: true, schema };
}

const environments = {
  operationId: 'getEnvironments',
  summary: 'Environments of the bot',
  responses: { 200: answer('The names of the environments', 'Environments'), ...always },
};

const state = {
  operationId: 'getState',
  summary: 'State of the bot; the connector’s connection test wants online',
  responses: { 200: answer('State and version', 'State'), ...always },
};

const create = {
  operationId: 'createConversation',
  summary: 'Keeps what is known of a conversation; one that is there already is overwritten',
  requestBody: { required: true, content: json('Conversation') },
  responses: { 204: silence('Kept'), ...always, ...withBody },
};

const events = {
  operationId: 'sendEvent',
  summary: 'Asks the bot for its answer to one event',
  requestBody: { required: true, content: json('Event') },
  responses: { 200: answer('The answer', 'Response'), ...always, ...withBody, ...withFunction },
};

/** What needs no token. */
const open = {
  '/health': {
    get: { operationId: 'health', security: [], responses: { 200: answer('The process lives', 'Health') } },
  },
  '/ready': {
    get: {
      operationId: 'ready',
      security: [],
      responses: {
        200: answer('It can serve', 'Readiness'),
        503: answer('It cannot serve, and what is missing', 'Readiness'),
      },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'openApi',
      security: [],
      responses: {
        200: answer('This document', 'Document'),
      },
    },
  },
};
