/** What a function is called with, as the body of an invocation has it. */
export interface FunctionInput {
  timestamp?: number;
  headers: { key: string; value: string }[];
  payload: unknown;
}

/** How a call of a function ended: its answer as JSON text (none for `undefined`), or why there is no answer. */
export type FunctionEnd =
  | { kind: 'answer'; json?: string | undefined }
  | { kind: 'failed'; code: string; message: string }
  | { kind: 'not-found' };

/** The functions of an account, as its gateway calls them. */
export interface FunctionPort {
  call(uuid: string, input: FunctionInput): Promise<FunctionEnd>;
  /** The uuids of the functions that react to an event. */
  forEvent(event: string): Promise<string[]>;
}
