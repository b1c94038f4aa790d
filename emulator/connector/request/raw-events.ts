import { compose } from '../../payload/compose/compose.ts';
import { fragmentNamed, fragmentsOf } from '../../payload/compose/fragments.ts';
import { merge } from '../../payload/compose/merge.ts';
import { isObject } from '../../payload/document/path.ts';
import type { Choice, HostedFile } from '../transcript/entry.ts';
import type { Channel } from '../settings/settings.ts';

type JsonObject = Record<string, unknown>;

/** The raw events of the messaging and chat APIs, as the project or this package has them in `payloads/lpEvent/`. */
export interface RawShapes {
  messaging: JsonObject;
  messagingWelcome: JsonObject;
  chat: JsonObject;
  chatText: JsonObject;
  /** What `event` is when a chat begins. */
  welcome: JsonObject;
}

/** Reads the shapes for the project at `root`. Throws where a fragment of its own cannot be used. */
export async function rawShapes(root: string): Promise<RawShapes> {
  const fragments = fragmentsOf(root);
  const read = async (name: string): Promise<JsonObject> => {
    const { document } = await fragmentNamed(fragments, name);
    const { value } = await compose(document, ['value'], fragments);
    return isObject(value) ? value : {};
  };
  const [messaging, messagingWelcome, chat, chatText, welcome] = await Promise.all([
    read('lpEvent/messaging'),
    read('lpEvent/welcome'),
    read('lpEvent/chat'),
    read('lpEvent/chat-text'),
    read('event/welcome'),
  ]);
  return { messaging, messagingWelcome, chat, chatText, welcome };
}

/** One consumer event, as far as a raw event shows it. */
export type RawContent =
  | { type: 'text'; text: string; metadata?: Choice['metadata'] }
  | { type: 'rich-content'; content: unknown }
  | { type: 'file'; file: HostedFile }
  | { type: 'welcome'; lastConsumerMessage: string };

/** Where and when it happened. */
export interface RawPlace {
  convId: string;
  /** The dialog within the conversation; a survey has one of its own. */
  dialogId: string;
  channel: Channel;
  at: number;
  sequence: number;
  /** Laid over every raw event. */
  over: Readonly<Record<string, unknown>>;
}

/** The raw event of what a consumer did, as `context.lpEvent` has it. */
export function rawEvent(content: RawContent, place: RawPlace, shapes: RawShapes): JsonObject {
  const raw =
    place.channel === 'chat' ? chatEvent(content, place, shapes) : messagingEvent(content, place, shapes);
  return merge(raw, { ...place.over });
}

function messagingEvent(content: RawContent, place: RawPlace, shapes: RawShapes): JsonObject {
  if (content.type === 'welcome') {
    return { ...shapes.messagingWelcome, lastConsumerMessage: content.lastConsumerMessage };
  }
  const { sequence, at, dialogId } = place;
  const metadata = content.type === 'text' ? content.metadata : undefined;
  return {
    ...shapes.messaging,
    sequence,
    serverTimestamp: at,
    event: messagingContent(content),
    dialogId,
    ...(metadata && { metadata }),
  };
}

function messagingContent(content: Exclude<RawContent, { type: 'welcome' }>): JsonObject {
  switch (content.type) {
    case 'text':
      return { type: 'ContentEvent', message: content.text, contentType: 'text/plain' };
    case 'rich-content':
      return { type: 'RichContentEvent', content: content.content };
    case 'file':
      return { type: 'ContentEvent', message: content.file, contentType: 'hosted/file' };
    default:
      return content satisfies never;
  }
}

/** The page shows the line that opens a chat; the shape of the others follows from it (inferred). */
function chatEvent(
  content: RawContent,
  { convId, at, sequence, dialogId }: RawPlace,
  shapes: RawShapes,
): JsonObject {
  const line = {
    '@id': String(sequence + 3),
    time: new Date(at).toISOString(),
    lastUpdate: new Date(at).toISOString(),
    sequenceId: String(sequence + 2),
    chatSessionKey: convId,
    participantId: dialogId,
  };
  if (content.type === 'welcome') return { ...shapes.chat, ...line, isWelcomeEvent: true };
  const metadata = content.type === 'text' ? content.metadata : undefined;
  return {
    ...shapes.chatText,
    ...line,
    text: content.type === 'text' ? content.text : '',
    ...(content.type === 'rich-content' && { event: messagingContent(content) }),
    ...(content.type === 'file' && { event: messagingContent(content) }),
    ...(metadata && { metadata }),
  };
}
