/**
 * What the connector puts into `message` for what is no text. Source:
 * developers.liveperson.com/third-party-bots-getting-started.html.
 */
export const consumerIdentifiers = {
  file: 'com.liveperson.bot-connectors.consumer.send-file',
  'rich-content': 'com.liveperson.bot-connectors.consumer.send-rich-content',
} as const;
