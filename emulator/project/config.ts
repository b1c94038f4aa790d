/** lpf's own `config.json`, with both generations' spelling of the environment read into one. */
export interface FunctionConfig {
  name: string;
  /** The event id; `null` for a function that no event calls. */
  event: string | null;
  description: string;
  input: { headers: Header[]; payload: unknown };
  environmentVariables: { key: string; value: string }[];
}

/** A header as the platform hands it to a function: a pair, not a map. */
export interface Header {
  key: string;
  value: string;
}
