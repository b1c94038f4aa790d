/**
 * Namespaces that every account has and nobody may create or delete.
 * Source: github.com/LivePersonInc/faas-cli
 * src/shared/core-functions-toolbelt/context-service-client/context-service-sdk/util/predicates.ts.
 */
export const builtInNamespaces: readonly string[] = [
  'faas',
  'consumer',
  'custom',
  'operational',
  'conversation',
];

/**
 * The session of properties that are set without one. Source:
 * developers.liveperson.com/maven-context-warehouse-context-session-store.html.
 */
export const defaultSession = '__default__';
