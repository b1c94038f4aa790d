/**
 * The states of a bot. Offline: it takes no conversations. Vendor interruption: it takes new ones and escalates them at
 * once. Service interruption: it takes none and goes on with none.
 * Source: developers.liveperson.com/third-party-bots-getting-started.html, "Bot Lifecycle".
 */
export type BotState = 'offline' | 'online' | 'vendor-interruption' | 'service-interruption';
