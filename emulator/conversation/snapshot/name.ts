const ending = '.snap.yaml';

/** Whether a file holds snapshots of conversations, and no conversations. */
export function isSnapshotFile(name: string): boolean {
  return name.endsWith(ending);
}

/** Where the snapshots of a conversation file stand: beside it. */
export function snapshotFileOf(path: string): string {
  return path.replace(/(\.ya?ml)?$/, ending);
}
