/** Lets whoever started several requests end all those that are still open. */
export class Cancellation {
  readonly #actions = new Set<() => void>();
  #cancelled = false;

  get cancelled(): boolean {
    return this.#cancelled;
  }

  /** Has `action` run when this is cancelled; answers how to take it back. */
  onCancel(action: () => void): () => void {
    this.#actions.add(action);
    return () => this.#actions.delete(action);
  }

  cancel(): void {
    this.#cancelled = true;
    for (const action of this.#actions) action();
    this.#actions.clear();
  }
}
