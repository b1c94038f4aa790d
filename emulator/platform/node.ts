/** The Node major version that v2 runs on. Source: github.com/LivePersonInc/faas-cli src/hooks/init/nodeVersion.ts. */
export const platformNode = 22;
