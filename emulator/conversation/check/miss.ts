import type { Path } from '../../payload/document/path.ts';

/** One expectation that was not met: what was expected and what there was, as lines. */
export interface Miss {
  /** The key of the expectation; `error` too for a fault that nobody expected. */
  check: string;
  /** Where in the expectation it is; empty for its whole. */
  path: Path;
  expected: string[];
  /** Empty where there was nothing. */
  actual: string[];
}
