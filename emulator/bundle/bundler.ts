type Esbuild = typeof import('esbuild');

/**
 * esbuild, loaded on first use. Its service is asked for by one process only, so it need not be fit for worker threads,
 * and without them it loads in half the time.
 */
export function bundler(): Promise<Esbuild> {
  process.env['ESBUILD_WORKER_THREADS'] = '0';
  return import('esbuild');
}

/** Starts esbuild's service ahead of the first build: it is a process of its own and takes a while to be there. */
export async function startBundler(): Promise<void> {
  const { transform } = await bundler();
  await transform('');
}
