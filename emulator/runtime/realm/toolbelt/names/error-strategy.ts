/**
 * What the orchestrator does about a call that fails.
 * Source: developers.liveperson.com/liveperson-functions-toolbelt-documentation-orchestrator-client.html.
 */
export const ErrorStrategy = {
  EXIT_ON_ERROR: 'ExitOnError',
  CONTINUE_ON_ERROR: 'ContinueOnError',
} as const;
