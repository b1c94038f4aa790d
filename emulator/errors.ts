/**
 * The closed list of everything that this tool can complain about. `exit` is the exit code when the complaint
 * stops a command: 1 = something of the user's fell short, 2 = wrong usage or configuration, 70 = our own bug.
 */
export const codes = {
  // usage and project
  'bad-usage': { exit: 2, title: 'the command line is not understood' },
  'no-project': { exit: 2, title: 'no folder with functions/ here or above' },
  'no-functions': { exit: 2, title: 'the project has no functions' },
  'unknown-function': { exit: 2, title: 'no function of that name' },
  'bad-function-name': { exit: 2, title: 'a function name that the platform does not allow' },
  'duplicate-function': { exit: 2, title: 'two functions claim the same name' },
  'already-exists': { exit: 2, title: 'the target exists already' },
  'unknown-template': { exit: 2, title: 'no template of that name' },
  'bad-config': { exit: 2, title: 'config.json is missing or invalid' },
  'bad-settings': { exit: 2, title: 'functions/settings.json is invalid' },
  'unknown-limit': { exit: 2, title: 'no limit of that name' },
  'bad-limit': { exit: 2, title: 'a limit value that cannot be used' },
  'file-not-found': { exit: 2, title: 'a file that does not exist or cannot be read' },
  'cannot-write': { exit: 2, title: 'a file or folder that cannot be written' },
  'cannot-watch': { exit: 2, title: 'the system does not let files be watched' },
  // bundle
  'syntax-error': { exit: 1, title: 'the source cannot be parsed' },
  'unresolved-import': { exit: 1, title: 'an import that resolves to nothing' },
  'no-lambda': { exit: 1, title: 'the function has no handler named lambda' },
  'wrong-lambda': { exit: 1, title: 'the handler has the wrong shape for its generation' },
  'empty-file': { exit: 1, title: 'the function file is empty' },
  'too-large': { exit: 1, title: 'the bundle has more characters than the platform accepts' },
  'left-over-export': { exit: 1, title: 'an export is left at the top level' },
  'top-level-await': { exit: 1, title: 'await at the top level' },
  'common-js': { exit: 1, title: 'a name of CommonJS, which an ES module lacks' },
  'tsconfig-ignored': { exit: 1, title: 'a setting of tsconfig.json that is not followed' },
  'module-not-offered': { exit: 1, title: 'a module that the platform does not offer' },
  'non-literal-import': { exit: 1, title: 'require or import of a computed name' },
  'dynamic-code': { exit: 1, title: 'eval or new Function' },
  'console-method': { exit: 1, title: 'a console method that crashes the function' },
  'missing-client': { exit: 1, title: 'a client that the toolbelt of the generation lacks' },
  'bad-description': { exit: 1, title: 'a description that the platform does not allow' },
  // It stops a command only where the command line names the event; in a config it is a finding.
  'unknown-event': { exit: 2, title: 'an event id that the platform does not know' },
  'bad-environment': { exit: 1, title: 'environment variables that the platform does not allow' },
  credential: { exit: 1, title: 'a literal that looks like a credential' },
  'strict-engine': { exit: 1, title: 'the strict engine cannot load the bundle' },
  // payload
  'bad-payload': { exit: 2, title: 'a payload that does not fit its event' },
  'unparsable-payload': { exit: 2, title: 'a payload file that is neither JSON nor YAML' },
  'unknown-payload': { exit: 2, title: 'no payload of that name' },
  'unknown-fragment': { exit: 2, title: 'no fragment of that name' },
  'bad-account': { exit: 2, title: 'an imitated account that cannot be used' },
  'bad-mock': { exit: 2, title: 'a mock declaration that cannot be used' },
  'bad-recording': { exit: 2, title: 'a recording that cannot be used' },
  // conversations
  'bad-conversation': { exit: 2, title: 'a conversation file that cannot be used' },
  'unknown-conversation': { exit: 2, title: 'no conversation file of that name' },
  'bad-transcript': { exit: 2, title: 'a transcript that cannot be used' },
  'bad-blob': { exit: 2, title: 'a report of a shard that cannot be joined' },
  'not-as-expected': { exit: 1, title: 'a conversation that does not go as its file says' },
  'not-played': { exit: 1, title: 'a conversation that cannot be played' },
  'bad-connector-settings': { exit: 2, title: 'connector settings that cannot be used' },
  'bad-endpoint': { exit: 2, title: 'a Custom Endpoint that cannot be used' },
  'idle-setting': { exit: 1, title: 'a setting without effect' },
  'unknown-skill': { exit: 2, title: 'no skill of that name' },
  'long-conversation': { exit: 1, title: 'a conversation that goes on and on' },
  'unknown-button': { exit: 1, title: 'a click on something that was not offered' },
  // invocation (findings of a verdict)
  'function-failed': { exit: 1, title: 'the function failed' },
  'function-crashed': { exit: 1, title: 'the function crashed' },
  'deadline-exceeded': { exit: 1, title: 'the platform would have killed the function' },
  'memory-exceeded': { exit: 1, title: 'the function used more memory than the platform gives' },
  'log-limit': { exit: 1, title: 'more logs than the platform accepts' },
  'no-answer': { exit: 1, title: 'the function never answered' },
  'callback-twice': { exit: 1, title: 'the callback was called more than once' },
  'invalid-result': { exit: 1, title: 'an answer that JSON cannot carry' },
  'lossy-result': { exit: 1, title: 'an answer of which JSON silently loses a part' },
  'large-result': { exit: 1, title: 'an answer larger than is safe' },
  'over-budget': { exit: 1, title: 'slower than the budget' },
  'projected-over-budget': { exit: 1, title: 'slower than the budget once projected to the platform' },
  'bad-answer': { exit: 1, title: 'an answer that the caller does not accept' },
  'answer-ignored': { exit: 1, title: 'a part of the answer that the caller ignores' },
  'unused-mock': { exit: 1, title: 'a declared mock that no request matched' },
  'absent-secret': { exit: 1, title: 'a secret that was asked for and that the settings lack' },
  'not-in-account': { exit: 1, title: 'something that was asked for and that the imitated account lacks' },
  'leaked-secret': { exit: 1, title: 'the value of a secret where others can read it' },
  'call-depth': { exit: 1, title: 'functions that call each other without end' },
  'refused-call': { exit: 1, title: 'an outbound request that no mock declares' },
  'not-allowlisted': { exit: 1, title: 'an outbound request to a host that the allowlist lacks' },
  'too-many-requests': {
    exit: 1,
    title: 'more outbound requests in a second than the platform lets through',
  },
  'stale-recording': { exit: 1, title: 'an outbound request that the recording does not hold' },
  'not-recorded': { exit: 1, title: 'an outbound request that a recording cannot keep' },
  // ours
  'internal-error': { exit: 70, title: 'a bug in this tool' },
} as const satisfies Record<string, { exit: 1 | 2 | 70; title: string }>;

/** A code of the closed list. */
export type Code = keyof typeof codes;

/** A place in a file of the user's; line and column count from 1. `file` is relative to the project's root. */
export interface Where {
  file: string;
  line?: number;
  column?: number;
}

/** A place as editors and terminals link it: `file:line:column`. */
export function renderWhere({ file, line, column }: Where): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

/** One complaint: what happened, where, and what to do about it. Errors fail a check, warnings do not. */
export interface Finding {
  code: Code;
  severity: 'error' | 'warning';
  message: string;
  hint: string;
  where?: Where;
  /** Path inside a payload or an answer, such as `messages[2].structuredContent`. */
  path?: string;
  /** What the function's caller says to this part of an answer: a code of its own. */
  callerCode?: string;
}

/** A complaint that stops the command at hand. */
export class EmulatorError extends Error {
  readonly finding: Finding;

  constructor(finding: Omit<Finding, 'severity'>) {
    super(finding.message);
    this.name = 'EmulatorError';
    this.finding = { severity: 'error', ...finding };
  }
}

/**
 * Whether `error` is one of ours. Tells by name, not by class: each verb is a bundle of its own and carries its own
 * copy of the class.
 */
export function isEmulatorError(error: unknown): error is EmulatorError {
  return error instanceof Error && error.name === 'EmulatorError' && 'finding' in error;
}
