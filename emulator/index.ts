export { bundleFunctions } from './bundle/build.ts';
export type { Bundle, BundleResult } from './bundle/bundle.ts';
export { bundleOne } from './bundle/bundle-one.ts';
export { createConnector } from './connector/connect.ts';
export type { BotSource } from './connector/bot/bot.ts';
export type {
  BotAccess,
  Connector,
  ConnectorBot,
  ConnectorOptions,
  FunctionAsBot,
  SourceAsBot,
} from './connector/connector.ts';
export type { Conversation, ConversationStart } from './connector/session/conversation.ts';
export type { Entry } from './connector/transcript/entry.ts';
export type { GivenSettings as ConnectorSettings } from './connector/settings/settings.ts';
export type { WireExchange } from './connector/bot/wire-exchange.ts';
export { EndpointBotSource } from './endpoint/client/endpoint-bot-source.ts';
export type { EndpointOptions } from './endpoint/client/options.ts';
export { codes, EmulatorError, isEmulatorError } from './errors.ts';
export type { Code, Finding, Where } from './errors.ts';
export { Invoker } from './invoke/invoker.ts';
export type { Invocation, InvokerOptions } from './invoke/invoker.ts';
export { runMatrix } from './invoke/matrix.ts';
export type { MatrixOptions, Row } from './invoke/matrix.ts';
export type { InvocationRecord, Outcome } from './invoke/record.ts';
export { limits } from './platform/limits.ts';
export type { Limits } from './platform/limits.ts';
export type { AccountPresets } from './payload/account/account-presets.ts';
export type { Payload } from './payload/payload.ts';
export { payloadFromFile, payloadNamed, payloadsFor } from './payload/payloads.ts';
export { loadProject } from './project/load.ts';
export { loadOne } from './project/load-one.ts';
export type { OneFunction } from './project/load-one.ts';
export type { Project } from './project/project.ts';
export type { Account } from './services/account.ts';
export type { ServiceChange } from './services/change.ts';
