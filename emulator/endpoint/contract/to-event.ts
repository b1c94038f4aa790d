import type { EndpointEvent } from './event.ts';
import type { Heard } from './heard.ts';
import { isObject, type JsonObject } from './json.ts';
import { names } from './names.ts';

type File = Extract<EndpointEvent, { type: 'hosted-file' }>['data'];

/**
 * The event that a service is told, from what a function would get. A file that the raw event does not describe is told
 * with empty fields, so that the request stays one that the OpenAPI document knows (ours).
 */
export function toEvent({ type, request }: Heard): EndpointEvent {
  const { convId, message, context } = isObject(request) ? request : {};
  const raw = isObject(context) && isObject(context['lpEvent']) ? context['lpEvent'] : {};
  const around = { source: 'CONSUMER', context: { lpEvent: lpEventOf(raw, convId) } } as const;
  switch (type) {
    case 'text':
      return { type: names.event.text, data: { message: textOf(message) }, ...around };
    case 'rich-content':
      return { type: names.event['rich-content'], data: { content: contentOf(raw) }, ...around };
    case 'file':
      return { type: names.event.file, data: fileOf(raw), ...around };
    case 'welcome':
      return { type: names.event.welcome, data: {}, ...around, source: 'CONVERSATION' };
    default:
      return type satisfies never;
  }
}

/** The survey is over. What the raw event holds then is not documented: only what every one has. */
export function toCloseEvent(convId: string): EndpointEvent {
  return {
    type: 'CLOSE_CONVERSATION',
    source: 'CONVERSATION',
    data: {},
    context: { lpEvent: lpEventOf({}, convId) },
  };
}

/** `conversationId`, `metadata` and `messageAudience` are named for an endpoint's raw event, and for a function's not. */
function lpEventOf(raw: JsonObject, convId: unknown): Record<string, unknown> {
  return { metadata: [], messageAudience: 'ALL', ...raw, conversationId: convId };
}

/** A pre hook may have made anything of it. */
function textOf(message: unknown): string {
  if (typeof message === 'string') return message;
  return message === undefined ? '' : JSON.stringify(message);
}

function contentOf({ event }: JsonObject): Record<string, unknown> {
  return isObject(event) && isObject(event['content']) ? event['content'] : {};
}

function fileOf({ event }: JsonObject): File {
  const file = isObject(event) && isObject(event['message']) ? event['message'] : {};
  const { relativePath = '', fileType = '', ...rest } = file;
  return { ...rest, relativePath: String(relativePath), fileType: String(fileType) };
}
