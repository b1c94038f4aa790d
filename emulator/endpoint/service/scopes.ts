/** What the app installation of a Custom Endpoint has. Source: LivePerson's page on Third-Party Bots, Custom Endpoint. */
export const endpointScope = 'thirdpartybots.customendpoint.bot';

/** What it was called before. Source: the reference service, which takes both. */
export const deprecatedScope = 'ihub.tpb.customendpoint';
