import type { MessageRecord } from './conversation.ts';

/** A message that holds a keyword, as the toolbelt tells it. */
export interface KeywordMatch {
  message: string;
  sentTimestamp: number;
  sentBy: string;
  tag: string;
}

/**
 * Messages with any of the keywords, once for each; a keyword is a regular expression, in any case of letters.
 * Source: github.com/LivePersonInc/faas-cli src/shared/core-functions-toolbelt/conversation-util/conversationUtil.ts.
 */
export function messagesWith(
  keywords: readonly string[],
  transcript: readonly MessageRecord[],
): KeywordMatch[] {
  const messages = transcript.flatMap((record) => {
    const message = wordsOf(record);
    return message === undefined ? [] : [{ message, sentTimestamp: record.timeL, sentBy: record.sentBy }];
  });
  return keywords.flatMap((keyword) => {
    const pattern = new RegExp(keyword, 'mi');
    return messages
      .filter(({ message }) => pattern.test(message))
      .map((message) => ({ ...message, tag: `keywordRef:${keyword}` }));
  });
}

function wordsOf({ type, messageData }: MessageRecord): string | undefined {
  if (type === 'TEXT_PLAIN') return messageData.msg?.text ?? '';
  return type === 'HOSTED_FILE' ? (messageData.file?.caption ?? '') : undefined;
}
