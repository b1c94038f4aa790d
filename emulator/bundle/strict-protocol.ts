/** A bundle as a script, and the modules that are there for it to load. */
export interface StrictRequest {
  script: string;
  modules: string[];
}

/** How the load went; line and column of the script count from 1, 0 where nothing is known. */
export type StrictAnswer =
  { ok: true; handler: boolean } | { ok: false; message: string; line: number; column: number };
