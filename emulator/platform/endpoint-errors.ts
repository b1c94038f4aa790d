/**
 * Error codes for a Custom Endpoint, without the connector's prefix, each with what it stands for. The documentation has
 * none but `custom-endpoint-invalid-body` of the Conversation Tester: all of these are ours, named like those for
 * functions.
 */
export const endpointErrors = {
  'aivendor.custom-endpoint.testConnection': 'the service did not pass the connection test',
  'aivendor.custom-endpoint.authentication':
    'Sentinel gave no token for the client, or the service does not accept it',
  'aivendor.custom-endpoint.failed-request':
    'the service could not be reached, took too long, or answered with another status than 200',
  'aivendor.custom-endpoint.invalid-response': 'the service answered with something that cannot be read',
} as const satisfies Record<string, string>;

/** An error of the connector with a Custom Endpoint, without the prefix. */
export type EndpointError = keyof typeof endpointErrors;
