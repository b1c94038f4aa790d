import { card, judged } from './contract-judge.ts';

const content = (structuredContent: unknown) => judged({ messages: [{ structuredContent }] });
const text = { type: 'text', text: 'Which one?' };
const click = (action: object) => ({ type: 'button', title: 'Buy', click: { actions: [action] } });

/** Only where and what, without the hint that all share. */
const brief = async (answer: unknown) =>
  (await judged(answer))
    .split('\n')
    .filter((line) => !line.startsWith('  →'))
    .join('\n');

test('the one useful reason is picked out of the 29 that a wrong action gets', async () => {
  expect(await judged(card(click({ type: 'publishTextt', text: 'x' })))).toMatchInlineSnapshot(`
    "error bad-answer at messages[0].structuredContent.elements[0].click.actions[0].type
      "publishTextt" is no action of the web channel. Did you mean "publishText"? (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)
      → compare it with the rich messaging templates at developers.liveperson.com/getting-started-with-rich-messaging-introduction.html"
  `);
});

test('places are told in the order in which they were written, although the validator sorts', async () => {
  const long = { type: 'button', title: 'x'.repeat(129) };
  const answer = card(click({ type: 'publishText', text: 'a' }), long, text);
  expect(await brief(answer)).toMatchInlineSnapshot(`
    "error bad-answer at messages[0].structuredContent.elements[1].title
      title has 129 characters, at most 128 are allowed (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)"
  `);
  expect(answer).toEqual(card(click({ type: 'publishText', text: 'a' }), long, text));
});

test('each mistake is named at its place', async () => {
  const mistakes: Record<string, unknown> = {
    'a missing title': card({ type: 'button', click: { actions: [] } }),
    'a misspelt key': card({ type: 'button', titel: 'x', title: 'x' }),
    'a value of the wrong type': card({ type: 'image', url: 5 }),
    'a link without its address': card(click({ type: 'link', name: 'x' })),
    'an address that is none': card(click({ type: 'link', uri: 'not a uri' })),
    'a type that does not exist': card({ type: 'buton', title: 'x' }),
    'an action that does not exist': card(click({ type: 'dial', number: 1 })),
    'an element that is none': card(text, null),
    'elements that are no list': { messages: [{ structuredContent: { type: 'vertical', elements: 'x' } }] },
    'a card without a type': { messages: [{ structuredContent: { elements: [] } }] },
    'a carousel of one card': { messages: [{ structuredContent: { type: 'carousel', elements: [text] } }] },
    'a mistake deep inside': card({
      type: 'horizontal',
      elements: [{ type: 'vertical', elements: [{ type: 'text' }] }],
    }),
    'an image without HTTPS': card({ type: 'image', url: 'http://example.com/a.png' }),
  };
  const found: string[] = [];
  for (const [name, answer] of Object.entries(mistakes)) found.push(`${name}: ${await brief(answer)}`);
  expect(found.join('\n')).toMatchInlineSnapshot(`
    "a missing title: error bad-answer at messages[0].structuredContent.elements[0].title
      title is missing (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)
    a misspelt key: error bad-answer at messages[0].structuredContent.elements[0].titel
      "titel" is not expected here. Did you mean "title"? (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)
    a value of the wrong type: error bad-answer at messages[0].structuredContent.elements[0].url
      url is 5, expected a string (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)
    a link without its address: error bad-answer at messages[0].structuredContent.elements[0].click.actions[0].uri
      uri is missing (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)
    an address that is none: error bad-answer at messages[0].structuredContent.elements[0].click.actions[0].uri
      uri is "not a uri", expected a URI (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)
    a type that does not exist: error bad-answer at messages[0].structuredContent.elements[0].type
      "buton" is no element of the web channel. Did you mean "button"? (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)
    an action that does not exist: error bad-answer at messages[0].structuredContent.elements[0].click.actions[0].type
      "dial" is no action of the web channel. Known are publishText, navigate, link, custom, submitAsText, checked (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)
    an element that is none: error bad-answer at messages[0].structuredContent.elements[1]
      the element is null, expected an object (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)
    elements that are no list: error bad-answer at messages[0].structuredContent.elements
      elements is a string, expected an array (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)
    a card without a type: error bad-answer at messages[0].structuredContent.type
      type is missing (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)
    a carousel of one card: error bad-answer at messages[0].structuredContent.elements
      elements has 1 entry, expected at least 2 (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)
    a mistake deep inside: error bad-answer at messages[0].structuredContent.elements[0].elements[0].elements[0].text
      text is missing (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)
    an image without HTTPS: error bad-answer at messages[0].structuredContent.elements[0].url
      the image is not fetched over HTTPS (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)"
  `);
});

test('what LivePerson’s renderer takes and its validator does not is left in doubt', async () => {
  expect(await content({ type: 'datePicker', title: 'When?' })).toMatchInlineSnapshot(`
    "warning bad-answer at messages[0].structuredContent.type
      a datePicker cannot be checked: LivePerson's renderer has it, its validator has not
      → compare it with the rich messaging templates at developers.liveperson.com/getting-started-with-rich-messaging-introduction.html"
  `);
  expect(await brief(card({ type: 'linkPreview', url: 'https://example.com' }))).toMatchInlineSnapshot(`
    "warning bad-answer at messages[0].structuredContent.elements[0].type
      a linkPreview inside a card cannot be checked: the validator's schema has it, its sorter has not"
  `);
});

test('content is an object of at most 15,000 bytes', async () => {
  expect(await content('a card')).toMatchInlineSnapshot(`
    "error bad-answer at messages[0].structuredContent
      structuredContent is a string, expected an object (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)
      → send a card such as { "type": "vertical", "elements": […] }"
  `);
  const elements = Array.from({ length: 4 }, () => ({ type: 'text', text: 'ä'.repeat(2_000) }));
  expect(await brief(card(...elements))).toMatchInlineSnapshot(`
    "error bad-answer at messages[0].structuredContent
      structuredContent has 16136 bytes, at most 15000 are allowed (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)"
  `);
});

test('quick replies need their wrapper, a text, and everything that the schema asks for', async () => {
  const quickReplies = { type: 'quickReplies', replies: [click({ type: 'publishText', text: 'a' })] };
  expect(await content(quickReplies)).toMatchInlineSnapshot(`
    "error bad-answer at messages[0].structuredContent
      quick replies lack their wrapper with message and quickReplies (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)
      → write { "message": "…", "quickReplies": { "type": "quickReplies", "itemsPerRow": 8, "replies": […] } }"
  `);
  expect(await brief({ messages: [{ structuredContent: { quickReplies } }] })).toMatchInlineSnapshot(`
    "error bad-answer at messages[0].structuredContent.message
      message is missing: the text that quick replies are shown with (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)
    error bad-answer at messages[0].structuredContent.quickReplies.itemsPerRow
      itemsPerRow is missing (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)"
  `);
});

test('content in the legacy place is judged there', async () => {
  const context = { structuredContent: { type: 'vertical', elements: [{ type: 'txt' }] } };
  expect(await brief({ messages: ['a'], context })).toMatchInlineSnapshot(`
    "error bad-answer at context.structuredContent.elements[0].type
      "txt" is no element of the web channel. Did you mean "text"? (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)"
  `);
});

test('the same card gets the same judgement again, at its own place', async () => {
  const bad = { structuredContent: { type: 'vertical', elements: [{ type: 'same' }] } };
  expect(await brief({ messages: [bad, 'b', bad] })).toMatchInlineSnapshot(`
    "error bad-answer at messages[0].structuredContent.elements[0].type
      "same" is no element of the web channel. Known are text, image, button, map, linkPreview, template, vertical, horizontal, carousel, list, sectionList, section, checklist, checkbox, buttonList, submitButton (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)
    error bad-answer at messages[2].structuredContent.elements[0].type
      "same" is no element of the web channel. Known are text, image, button, map, linkPreview, template, vertical, horizontal, carousel, list, sectionList, section, checklist, checkbox, buttonList, submitButton (com.liveperson.bot-connectors-worker.error.connector.messaging.send-message)"
  `);
});

/** Content that nests `levels` deep. */
function nested(levels: number): unknown {
  let deep: unknown = {};
  for (let level = 0; level < levels; level++) deep = { elements: [deep] };
  return deep;
}

test('hostile nesting ends in a finding, not in a crash', async () => {
  expect(await content(nested(900))).toContain('type is missing');
  expect(await content(nested(2_000))).toContain('at most 15000 are allowed');
  expect(await content(nested(200_000))).toContain('nested too deeply');
});
