/** Makes `process.env` what the platform and `config.json` give, and nothing else. */
export function setEnvironment(environment: Record<string, string>): void {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
}
