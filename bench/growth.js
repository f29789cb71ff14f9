// Whether the cost grows with the input and no faster: the same work on inputs of 1, 10 and 100 times the size. Hostile senders choose the
// size, so that a step that is quadratic is a hole. Needs a build.
import { parseForm } from 'ringback/payloads';
import { EventStreamsEvent } from 'ringback/payloads/event-streams';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { explainSignature, signRequest } from 'ringback/signature';
import { voiceResponse } from 'ringback/twiml';
import { lintTwiml, parseTwiml } from 'ringback/twiml/document';
import { formatTwiml } from 'ringback/twiml/format';
import { measure, report, table } from './measure.js';

const SIZES = [1, 10, 100];
/** Ten times the input may take this many times as long: what is fixed makes it less, the garbage collector a little more. */
const LIMIT = 15;

/** @param {number} size */
function makeForm(size) {
  const fields = Array.from({ length: size * 20 }, (_, index) => `Parameter${index}=a+value+of+some+length+%C3%A4${index}`);
  return `MessageSid=SM${'0'.repeat(32)}&AccountSid=AC${'0'.repeat(32)}&From=%2B15550100&To=%2B15550101&Body=Hi&${fields.join('&')}`;
}

/** @param {number} size */
function makeDocument(size) {
  let response = voiceResponse();
  for (let index = 0; index < size * 10; index += 1) response = response.say(`Sentence ${index} & more`).pause({ length: 1 });
  return response.toString();
}

/** @param {number} size */
function makeEvent(size) {
  const data = Object.fromEntries(Array.from({ length: size * 20 }, (_, index) => [`field${index}`, { value: index, list: ['a', 'b'] }]));
  return JSON.stringify({ specversion: '1.0', type: 'com.twilio.unheard.of', id: 'EZ1', source: 'x', data });
}

const TOKEN = 'a token';
const ROUNDS = 9;

/** @param {ReturnType<typeof makeRefused>} request */
function explain(request) {
  return explainSignature(request, { authToken: TOKEN });
}

/** @param {string} body */
function makeRefused(body) {
  const url = 'https://example.com/sms';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const signature = signRequest({ url, method: 'POST', headers, body }, { authToken: 'another token' });
  return { url, method: 'POST', headers: { ...headers, 'x-twilio-signature': signature }, body };
}

const WORK = {
  'read a form into parameters': { make: makeForm, run: parseForm },
  'read a message with unknown parameters': { make: makeForm, run: (/** @type {string} */ body) => IncomingMessage.parse(body) },
  'read the JSON of an event': { make: makeEvent, run: (/** @type {string} */ body) => EventStreamsEvent.parse(body) },
  'explain a signature': { make: (/** @type {number} */ size) => makeRefused(makeForm(size)), run: explain },
  'build and write a document': { make: (/** @type {number} */ size) => size, run: makeDocument },
  'parse a document': { make: makeDocument, run: parseTwiml },
  'lint a document': { make: makeDocument, run: lintTwiml },
  'format a document': { make: makeDocument, run: formatTwiml },
};

const rows = Object.entries(WORK).map(([name, { make, run }]) => {
  const rivals = SIZES.map((size) => {
    const input = make(size);
    return [String(size), () => run(/** @type {never} */ (input))];
  });
  const times = measure(Object.fromEntries(rivals), ROUNDS);
  return { name, times: SIZES.map((size) => times[String(size)] ?? 0) };
});

const ratios = rows.map(({ name, times: [small = 1, middle = 1, large = 1] }) => ({ name, first: middle / small, second: large / middle }));
const worst = ratios.reduce((a, b) => (a.second > b.second ? a : b));
report({
  heading: 'Growth',
  text: [
    'By `node bench/growth.js --write`: the same work on inputs of 1, 10 and 100 times the size. Work that is linear takes at most 10 times as long for 10 times the input.',
    table(
      ['work', '1, µs', '10, µs', '100, µs', '10 / 1', '100 / 10'],
      rows.map(({ name, times }, index) => [
        name,
        ...times.map((time) => time.toFixed(0)),
        (ratios[index]?.first ?? 0).toFixed(1),
        (ratios[index]?.second ?? 0).toFixed(1),
      ]),
    ),
  ].join('\n\n'),
  goals: [
    ['growth from 10 to 100 times the input', `under ${LIMIT} times for all work`, `at most ${worst.second.toFixed(1)}, to ${worst.name}`],
  ],
});
