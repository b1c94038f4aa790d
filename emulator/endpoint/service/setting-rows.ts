import type * as z from 'zod/mini';
import { botStates } from '../contract/bot-state.ts';
import { levels } from './log.ts';
import { deprecatedScope, endpointScope } from './scopes.ts';
import * as durations from './setting-durations.ts';
import * as kinds from './setting-kinds.ts';

/** One setting as the environment has it: how its text is read, what holds without it, and what it is for. */
export interface SettingRow {
  kind: z.ZodMiniType;
  /** The text that holds where none is given; `null` where the setting may be absent. Without either it is required. */
  otherwise?: string | null;
  what: string;
}

/** Every setting, in the order in which they are documented. */
export const settingRows = {
  ACCOUNT_ID: {
    kind: kinds.shaped('the id of your LivePerson account', /^\w{1,64}$/),
    what: 'your LivePerson account; tokens of any other account are refused',
  },
  BOT_ID: {
    kind: kinds.shaped('at most 36 letters, digits and hyphens', /^[A-Za-z0-9-]{1,36}$/),
    what: 'the bot id that is entered in the connector',
  },
  SENTINEL_URL: {
    kind: kinds.sentinelUrl,
    otherwise: null,
    what: 'where Sentinel is for your account, such as https://va.sentinel.liveperson.net; its keys check the tokens',
  },
  SENTINEL_PUBLIC_KEY: {
    kind: kinds.publicKey,
    otherwise: null,
    what: 'instead of SENTINEL_URL: the one public key (PEM) of tokens of Sentinel’s first version',
  },
  ENVIRONMENTS: {
    kind: kinds.list('names of letters, digits and hyphens', /^[\w-]{1,64}$/),
    otherwise: 'draft',
    what: 'environments of the bot, parted by commas',
  },
  BOT_VERSION: {
    kind: kinds.shaped('a version such as 1.0.0', /^\d+\.\d+\.\d+[\w.+-]*$/),
    otherwise: '1.0.0',
    what: 'the version that the bot reports',
  },
  BOT_STATE: {
    kind: kinds.word(botStates),
    otherwise: 'online',
    what: 'the state that the bot reports; anything but online keeps the connector from starting it',
  },
  SCOPE: {
    kind: kinds.list('scopes, parted by blanks', /^[\w.:-]{1,128}$/),
    otherwise: endpointScope,
    what: 'scopes of which a token must have one',
  },
  ALLOW_DEPRECATED_SCOPE: {
    kind: kinds.yesOrNo,
    otherwise: 'false',
    what: `whether ${deprecatedScope}, the scope’s former name, will do too`,
  },
  CLOCK_TOLERANCE: {
    kind: durations.span,
    otherwise: '30s',
    what: 'how far the clocks of both sides may differ',
  },
  PORT: { kind: kinds.port, otherwise: '4020', what: 'where to listen' },
  HOST: {
    kind: kinds.shaped('a host name or address', /^[\w.:-]{1,255}$/),
    otherwise: '127.0.0.1',
    what: 'the address to listen at; 0.0.0.0 in a container',
  },
  BASE_PATH: {
    kind: kinds.shaped('a path such as /api, without a slash at the end', /^(\/[\w.~-]+)*$/),
    otherwise: '',
    what: 'what comes before /v1 in the address',
  },
  REDIS_URL: {
    kind: kinds.redisUrl,
    otherwise: null,
    what: 'where Redis is, which several instances need; without it conversations are kept in memory',
  },
  REDIS_PREFIX: {
    kind: kinds.shaped('up to 64 visible characters', /^[!-~]{1,64}$/),
    otherwise: 'lpf-endpoint:',
    what: 'what every key in Redis begins with; the account and the bot follow',
  },
  REDIS_TIMEOUT: {
    kind: durations.patience,
    otherwise: '1s',
    what: 'how long to wait for Redis before answering 503',
  },
  CONVERSATION_TTL: {
    kind: durations.keeping,
    otherwise: '24h',
    what: 'how long a conversation is kept after its last event',
  },
  MAX_CONVERSATIONS: {
    kind: kinds.count,
    otherwise: '10000',
    what: 'how many conversations are kept in memory; the one that was idle longest makes room',
  },
  FUNCTION_TIMEOUT: {
    kind: durations.patience,
    otherwise: '30s',
    what: 'how long the function may take; the connector waits 60 s',
  },
  BODY_LIMIT: { kind: kinds.size, otherwise: '1mb', what: 'the largest body of a request' },
  SHUTDOWN_TIMEOUT: {
    kind: durations.grace,
    otherwise: '10s',
    what: 'how long answers in the making have after SIGTERM',
  },
  LOG_LEVEL: {
    kind: kinds.word(levels),
    otherwise: 'info',
    what: 'debug, info, warn or error; debug shows what errors say, which may hold personal data',
  },
} as const satisfies Record<string, SettingRow>;
