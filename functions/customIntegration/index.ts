import { changeTtr, closeConversation, transfer } from '../lib/bot/actions';
import { answer } from '../lib/bot/answer';
import { channelOf, type Channel } from '../lib/bot/channel';
import { choices } from '../lib/bot/choices';
import { consumerAction } from '../lib/bot/consumer-action';
import type { CustomIntegration, Input } from '../lib/events';
import type { RichContent } from '../lib/events/lp-event';
import { privateNote } from '../lib/bot/messages';
import { setting } from '../lib/setting';
import { visitorName } from '../lib/bot/visitor-name';
import { understand, type Understood } from './intents';
import { orderReply } from './order-reply';
import { buttons, notes, texts } from './texts';

type Answer = CustomIntegration.Response;

/** One turn of the bot: what did the consumer do, and what comes back. */
export async function lambda(input: Input<CustomIntegration.Request>): Promise<Answer> {
  const request = input.payload ?? {};
  const channel = channelOf(request);
  const action = consumerAction(request);
  switch (action.type) {
    case 'welcome':
      return welcome(channel, visitorName(request), action.lastMessage);
    case 'text':
      return reply(channel, visitorName(request), understand(action.text, action.clickId));
    case 'file':
      return handOver(texts.file, notes.file, intent('file', 'Sent a file'));
    case 'rich-content':
      return receivedRichContent(channel, action.content);
    case 'nothing':
      return answer({ messages: [menu(channel, texts.menu)], intent: intent('nothing', 'Empty message') });
    default:
      return action satisfies never;
  }
}

/** A conversation that another bot or an agent handed over goes on with the consumer's last question. */
async function welcome(channel: Channel, name: string | null, lastMessage: string): Promise<Answer> {
  const greeting = texts.greeting(name);
  const understood = understand(lastMessage, null);
  if (understood.id === 'order') {
    const message = await orderReply(channel, understood.orderNumber);
    return answer({ messages: [greeting, message], intent: understood.intent });
  }
  return answer({
    messages: [greeting, menu(channel, texts.menu)],
    intent: intent('welcome', 'Welcome'),
  });
}

async function reply(channel: Channel, name: string | null, understood: Understood): Promise<Answer> {
  const { id, orderNumber, intent: understoodIntent } = understood;
  const say = (...messages: CustomIntegration.Messages): Answer =>
    answer({ messages, intent: understoodIntent });
  switch (id) {
    case 'order':
      return say(await orderReply(channel, orderNumber));
    case 'urgent':
      return urgent(channel, understoodIntent);
    case 'agent':
      return handOver(texts.transfer, notes.askedForAgent, understoodIntent);
    case 'goodbye':
      return answer({ messages: [texts.goodbye], intent: understoodIntent, action: closeConversation() });
    case 'greeting':
      return say(texts.greeting(name), menu(channel, texts.menu));
    case 'fallback':
      return say(menu(channel, texts.fallback));
    default:
      return id satisfies never;
  }
}

/** Only messaging has a time to respond; on chat an urgent question goes to an agent at once. */
function urgent(channel: Channel, understood: CustomIntegration.Intent): Answer {
  if (channel === 'chat') return handOver(texts.transfer, notes.urgent, understood);
  return answer({
    messages: [texts.urgent, privateNote(notes.urgent)],
    intent: understood,
    action: changeTtr('URGENT'),
  });
}

function receivedRichContent(channel: Channel, content: RichContent): Answer {
  const isLocation =
    Array.isArray(content.elements) && content.elements.some((element) => element?.type === 'map');
  return answer({
    messages: [menu(channel, isLocation ? texts.location : texts.richContent)],
    intent: intent('rich-content', isLocation ? 'Sent a location' : 'Sent rich content'),
  });
}

function handOver(text: string, note: string, understood: CustomIntegration.Intent): Answer {
  const skill = setting('AGENT_SKILL', 'customer_care');
  return answer({ messages: [text, privateNote(note)], intent: understood, action: transfer(skill) });
}

function menu(channel: Channel, question: string): CustomIntegration.Message {
  return choices(channel, question, [buttons.order, buttons.agent]);
}

function intent(intentId: string, intentName: string): CustomIntegration.Intent {
  return { intentId, intentName, confidenceScore: 1 };
}
