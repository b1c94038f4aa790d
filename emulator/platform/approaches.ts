/** One row of what a team chooses by: how it is with a function and with a Custom Endpoint, and who says so. */
export interface ApproachFact {
  id: string;
  title: string;
  function: string;
  endpoint: string;
  /** Public pages, comma-separated. */
  source: string;
  /** Set where a cell is our reading and no page says it in so many words. */
  ours?: true;
}

const docs = 'https://developers.liveperson.com';
const functionBot = `${docs}/third-party-bots-liveperson-functions-basic-content.html`;
const endpointBot = `${docs}/third-party-bots-custom-endpoint-basic-content.html`;
const service = `${docs}/third-party-bots-custom-endpoint-service-implementation.html`;
const introduction = `${docs}/third-party-bots-custom-endpoint-introduction.html`;
const v1Limits = `${docs}/liveperson-functions-foundations-limitations.html`;
const v2Limits = `${docs}/liveperson-functions-v2-foundations-limitations.html`;
const v2Concepts = `${docs}/liveperson-functions-v2-foundations-concepts.html`;
const errors = `${docs}/third-party-bots-bot-conversation-errors.html`;
const reference = 'https://github.com/LivePersonInc/third-party-bots-custom-endpoint-reference-service';

/** Function or Custom Endpoint, apart from what can be measured. The sources were read on 2026-11-21. */
export const approachFacts = [
  {
    id: 'purpose',
    title: 'meant for',
    function: 'a bot in JavaScript that LivePerson runs',
    endpoint:
      'what is too complex for a function, needs another language, or has to be under the brand’s own control',
    source: `${functionBot}, ${introduction}`,
  },
  {
    id: 'wait',
    title: 'the connector waits',
    function: '30 s; below 1 s is asked for',
    endpoint: '60 s for a request, three attempts',
    source: `${functionBot}, ${errors}, ${service}`,
  },
  {
    id: 'cold-start',
    title: 'cold start',
    function: 'v1 after long idleness only; v2 2 to 5 s after some idle minutes',
    endpoint: 'as the service is run; none while a process stays up',
    source: v2Concepts,
    ours: true,
  },
  {
    id: 'limits',
    title: 'limits',
    function:
      'v1 256 MB and 0.5 CPU, 20 outbound requests a second; v2 256 MB and 0.083 CPU; 100,000 characters, 10 log entries a call',
    endpoint: 'those of its own machines; LivePerson has to allow its domain',
    source: `${v1Limits}, ${v2Limits}, ${introduction}`,
  },
  {
    id: 'load',
    title: 'under load',
    function: 'v2 takes one request per instance, and answers 429 beyond the most instances',
    endpoint: 'as many instances as the brand runs; they have to share what they keep',
    source: `${v2Concepts}, ${service}`,
    ours: true,
  },
  {
    id: 'state',
    title: 'state',
    function: 'none between calls; the Context Service or a backend keeps it',
    endpoint: 'the service keeps each conversation',
    source: `${v2Concepts}, ${service}`,
  },
  {
    id: 'sdes',
    title: 'engagement attributes',
    function: 'come with every message',
    endpoint: 'come once, when the conversation is created',
    source: `${functionBot}, ${endpointBot}`,
  },
  {
    id: 'auth',
    title: 'authentication',
    function: 'none to write: calls stay inside LivePerson',
    endpoint: 'the service checks a Sentinel token: signature, issuer, expiry, scope and account',
    source: `${service}, ${reference}`,
    ours: true,
  },
  {
    id: 'language',
    title: 'language',
    function: 'JavaScript in one file, with the libraries that the platform offers',
    endpoint: 'any',
    source: `${v1Limits}, ${introduction}`,
  },
  {
    id: 'deployment',
    title: 'deployment',
    function: 'pasted into the Functions UI or pushed with lpf; LivePerson runs it',
    endpoint: 'own hosting with TLS, monitoring and on-call',
    source: 'https://github.com/LivePersonInc/faas-cli, ' + service,
    ours: true,
  },
  {
    id: 'cost',
    title: 'cost',
    function: 'no public price; there is a quota',
    endpoint: 'own hosting, beside what LivePerson asks for',
    source: `${errors}, ${introduction}`,
    ours: true,
  },
  {
    id: 'availability',
    title: 'availability',
    function: 'accounts with LivePerson Functions, for users with its roles',
    endpoint: 'early adopters only, switched on by LivePerson',
    source: `${docs}/liveperson-functions-getting-started.html, ${introduction}`,
  },
] as const satisfies readonly ApproachFact[];
