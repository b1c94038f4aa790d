/** The code of an error of the system, such as `ENOENT`; `undefined` for any other error. */
export function systemCode(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null)?.code;
}
