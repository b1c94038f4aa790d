import type { Finding } from '../../errors.ts';
import { connectorLimits } from '../../platform/connector-limits.ts';
import type { MessageContext } from './contract.ts';
import { refused } from './finding.ts';
import { judgeImages } from './images.ts';
import { isObject } from '../../payload/document/path.ts';
import { kind } from './value.ts';
import type { JsonObject } from './value.ts';

const limit = connectorLimits.structuredContent.value;

/** Judges the value of a `structuredContent` key: a card, or a text with quick replies. */
export function judgeStructuredContent(content: unknown, path: string, context: MessageContext): Finding[] {
  const error = context.chat ? 'connector.chat.send-message' : 'connector.messaging.send-message';
  if (!isObject(content)) {
    const what = `structuredContent is ${kind(content)}, expected an object`;
    return [
      refused(error, { path, what, hint: 'send a card such as { "type": "vertical", "elements": […] }' }),
    ];
  }
  const text = asText(content);
  if (text === null) {
    const what = 'structuredContent is nested too deeply to be written as JSON';
    return [refused(error, { path, what, hint: 'flatten it' })];
  }
  const bytes = Buffer.byteLength(text);
  if (bytes > limit) {
    const what = `structuredContent has ${bytes} bytes, at most ${limit} are allowed`;
    return [refused(error, { path, what, hint: 'shorten its texts, or send it as several messages' })];
  }
  if (content['quickReplies'] !== undefined || content['type'] === 'quickReplies') {
    return judgeQuickReplies(content, path, context);
  }
  return [
    ...(context.richContent?.body(content, text, { path, error }) ?? []),
    ...judgeImages(content, path, error),
  ];
}

/** The content as JSON; `null` where its nesting exhausts the stack. */
function asText(content: JsonObject): string | null {
  try {
    return JSON.stringify(content);
  } catch {
    return null;
  }
}

function judgeQuickReplies(content: JsonObject, path: string, context: MessageContext): Finding[] {
  if (context.chat) {
    const what = 'quick replies are for messaging only, and this is a chat';
    const hint = 'offer the choices as text when context.lpEvent.conversationContext.type is CHAT';
    return [refused('pipes.verify-ai-response.quick-replies-not-supported', { path, what, hint })];
  }
  const error = 'connector.messaging.send-message';
  const { message, quickReplies } = content;
  const hint =
    'write { "message": "…", "quickReplies": { "type": "quickReplies", "itemsPerRow": 8, "replies": […] } }';
  if (!isObject(quickReplies)) {
    const what = 'quick replies lack their wrapper with message and quickReplies';
    return [refused(error, { path, what, hint })];
  }
  const textless = typeof message !== 'string' || message === '';
  const what = 'message is missing: the text that quick replies are shown with';
  const inner = `${path}.quickReplies`;
  return [
    ...(textless ? [refused(error, { path: `${path}.message`, what, hint })] : []),
    ...(context.richContent?.quickReplies(quickReplies, JSON.stringify(quickReplies), {
      path: inner,
      error,
    }) ?? []),
  ];
}
