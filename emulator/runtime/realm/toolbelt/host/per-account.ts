import type { RealmHooks } from '../../hooks.ts';

/** Something that is kept as long as the instance, and begun anew for another account. */
export function perAccount<Kept>(hooks: RealmHooks, begin: () => Kept): () => Kept {
  let account: number | undefined;
  let kept: Kept | undefined;
  return () => {
    if (kept === undefined || account !== hooks.account()) {
      account = hooks.account();
      kept = begin();
    }
    return kept;
  };
}
