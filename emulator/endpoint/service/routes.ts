import type { Context, Hono } from 'hono';
import type { Checked } from '../contract/check.ts';
import { checkEvent } from '../contract/event.ts';
import { checkNewConversation } from '../contract/new-conversation.ts';
import { type Answering, answerEvent } from './answer-event.ts';
import { type Bot, assertBot } from './bot.ts';
import { conversationId } from './conversation-id.ts';
import { type Frame, measured, type ServiceEnv } from './frame.ts';
import { jsonBody } from './json-body.ts';
import { Refusal } from './refusal.ts';

const environmentPath = '/v1/bots/:botId/environments/:environment';
/** The rest of the path: an id may hold slashes, percent-encoded ones. */
const conversationPath = `${environmentPath}/conversations/:convId`;

/** What the four methods need. */
export interface Routing extends Answering {
  bot: Bot;
  /** Bytes. */
  bodyLimit: number;
}

/** The four methods of a Custom Endpoint. Their tokens have been checked by then. */
export function addRoutes(app: Hono<ServiceEnv>, routing: Routing): void {
  const { bot, store, bodyLimit } = routing;

  app.get('/v1/bots/:botId/environments', (context) => {
    assertBot(bot, context.req.param('botId'));
    return context.json(bot.environments);
  });

  app.get(`${environmentPath}/state`, (context) => {
    assertBot(bot, context.req.param('botId'), context.req.param('environment'));
    return context.json({ state: bot.state, version: bot.version });
  });

  // Created anew wherever it is there already: the connector creates it once more after a 404, and may be late with that.
  app.put(conversationPath, async (context) => {
    const { frame, key } = conversationOf(context, bot, -1);
    const body = await jsonBody(context.env.incoming, bodyLimit);
    const conversation = valueOf(checkNewConversation(body), 'bad-conversation');
    await measured(frame, 'store', () => store.create(key, conversation));
    return context.body(null, 204);
  });

  app.post(`${conversationPath}/events`, async (context) => {
    const { frame, key, convId } = conversationOf(context, bot, -2);
    const body = await jsonBody(context.env.incoming, bodyLimit);
    const event = valueOf(checkEvent(body), 'bad-event');
    frame.facts['event'] = event.type;
    return context.json(await answerEvent(routing, frame, { key, convId, event }));
  });
}

/**
 * The conversation that a path names: its id, what it is kept under, and the request's frame, which learns of it. `at` is
 * the id's place among the segments, from the end: a base path of any length comes before it, and names may repeat.
 */
function conversationOf(context: Context<ServiceEnv>, bot: Bot, at: number) {
  const environment = context.req.param('environment') ?? '';
  assertBot(bot, context.req.param('botId') ?? '', environment);
  const frame: Frame = context.get('frame');
  const convId = conversationId(context.req.path.split('/').at(at) ?? '');
  frame.facts['conversation'] = convId;
  return { frame, convId, key: `${environment}/${convId}` };
}

function valueOf<Value>(checked: Checked<Value>, code: string): Value {
  if (checked.ok) return checked.value;
  throw new Refusal(400, code, checked.complaints.map(({ message }) => message).join('; '));
}
