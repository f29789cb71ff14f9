/**
 * Measures what reading a webhook costs: raw text to typed payload, against URLSearchParams and a schema written by hand, and telling kinds
 * apart. Runs what is published, ./dist, and prints a section of Markdown; with `--write` it puts the section into docs/benchmarks.md.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import * as z from 'zod';
import { CallStatusCallback, IncomingCall, IncomingMessage, identifyWebhook, parseWebhook } from '../dist/payloads/index.js';
import { measure, median, report, table, versionOf } from './measure.js';

const call =
  'Called=%2B15005550006&ToState=CA&CallerCountry=US&Direction=inbound&CallerState=MI&ToZip=94105&CallSid=CA00000000000000000000000000000001' +
  '&To=%2B15005550006&CallerZip=48116&ToCountry=US&StirVerstat=TN-Validation-Passed-A&CalledZip=94105&ApiVersion=2010-04-01&CalledCity=SAN+FRANCISCO' +
  '&CallStatus=ringing&From=%2B15005550009&AccountSid=AC00000000000000000000000000000001&CalledCountry=US&CallerCity=BRIGHTON&ToCity=SAN+FRANCISCO' +
  '&FromCountry=US&Caller=%2B15005550009&FromCity=BRIGHTON&CalledState=CA&FromZip=48116&FromState=MI';

const status = `${call.replace('ringing', 'completed').replace('&StirVerstat=TN-Validation-Passed-A', '')}&Timestamp=Tue%2C+24+Mar+2026+18%3A15%3A40+%2B0000&CallbackSource=call-progress-events&SequenceNumber=3&CallDuration=13&Duration=1`;

const message =
  'ToCountry=US&ToState=CA&SmsMessageSid=SM00000000000000000000000000000001&NumMedia=0&ToCity=SAN+FRANCISCO&FromZip=48116' +
  '&SmsSid=SM00000000000000000000000000000001&FromState=MI&SmsStatus=received&FromCity=BRIGHTON&Body=See+you+at+8%21&FromCountry=US' +
  '&To=%2B15005550006&ToZip=94105&NumSegments=1&MessageSid=SM00000000000000000000000000000001&AccountSid=AC00000000000000000000000000000001' +
  '&From=%2B15005550009&ApiVersion=2010-04-01&MessagingServiceSid=MG00000000000000000000000000000001';

const picture = message.replace('NumMedia=0', 'NumMedia=1&MediaUrl0=https%3A%2F%2Fapi.twilio.com%2Fmedia&MediaContentType0=image%2Fjpeg');

/** What people write who have no library: texts, and here and there a number. */
const text = z.string().optional();
const geo = Object.fromEntries(
  ['From', 'To'].flatMap((side) => ['City', 'State', 'Zip', 'Country'].map((part) => [`${side}${part}`, text])),
);
const handWrittenMessage = z.looseObject({
  MessageSid: z.string().startsWith('SM'),
  AccountSid: z.string().startsWith('AC'),
  From: z.string(),
  To: z.string(),
  Body: z.string(),
  NumMedia: z.coerce.number().int(),
  NumSegments: z.coerce.number().int(),
  MessagingServiceSid: text,
  SmsSid: text,
  SmsMessageSid: text,
  SmsStatus: text,
  ApiVersion: text,
  ...geo,
});
const handWrittenCall = z.looseObject({
  CallSid: z.string().startsWith('CA'),
  AccountSid: z.string().startsWith('AC'),
  From: z.string(),
  To: z.string(),
  CallStatus: z.enum(['queued', 'initiated', 'ringing', 'in-progress', 'completed', 'busy', 'failed', 'no-answer', 'canceled']),
  Direction: z.string(),
  ApiVersion: text,
  Caller: text,
  Called: text,
  StirVerstat: text,
  ...geo,
  ...Object.fromEntries(
    ['Caller', 'Called'].flatMap((side) => ['City', 'State', 'Zip', 'Country'].map((part) => [`${side}${part}`, text])),
  ),
});
const handWrittenStatus = handWrittenCall.extend({
  Timestamp: z.coerce.date(),
  SequenceNumber: z.coerce.number().int(),
  CallDuration: z.coerce.number().int(),
  Duration: z.coerce.number().int(),
  CallbackSource: text,
});

const subjects = [
  ['a message, 20 parameters', message, IncomingMessage, handWrittenMessage],
  ['a message with a picture', picture, IncomingMessage, handWrittenMessage],
  ['a call, 26 parameters', call, IncomingCall, handWrittenCall],
  ['the status of a call, 30 parameters', status, CallStatusCallback, handWrittenStatus],
];

function measureReading() {
  const rows = subjects.map(([name, body, schema, handWritten]) => {
    const record = Object.fromEntries(new URLSearchParams(body));
    const { ringback, rival, ...rest } = measure({
      ringback: () => schema.parse(body),
      rival: () => handWritten.parse(Object.fromEntries(new URLSearchParams(body))),
      parsed: () => schema.parse(record),
      rivalParsed: () => handWritten.parse(record),
      any: () => parseWebhook(body),
    });
    const times = [ringback, rival, rest.any, rest.parsed, rest.rivalParsed].map((time) => time.toFixed(1));
    return [name, ...times.slice(0, 2), (ringback / rival).toFixed(2), ...times.slice(2)];
  });
  const heads = [
    'raw text to typed payload',
    'ringback, µs',
    'by hand, µs',
    'ringback takes, of by hand',
    '`parseWebhook`, µs',
    'parsed before: ringback, µs',
    'by hand, µs',
  ];
  const ratios = rows.map((row) => row[3]);
  return {
    text: table(heads, rows),
    goals: [['raw text to typed payload', 'at most 1.25× of URLSearchParams and a schema by hand', `${Math.max(...ratios)}× at most`]],
  };
}

/** Bodies that were parsed before, one of each kind: too many to take turns, so that each is measured by itself, after all have warmed up. */
function measureIdentifying() {
  const samples = JSON.parse(readFileSync('dist/samples.json', 'utf8'));
  const bodies = [...new Map(samples.map(({ kind, body }) => [kind, body]))].filter(
    ([kind]) => !/^(?:media-streams|conversation-relay)\./.test(kind),
  );
  for (let round = 0; round < 1_000; round += 1) for (const [, body] of bodies) identifyWebhook(body);
  const times = bodies.map(([kind, body]) => ({ kind, time: timeOf(body) })).sort((a, b) => a.time - b.time);
  const middle = median(times.map(({ time }) => time)).toFixed(2);
  const slowest = times.at(-1);
  return {
    text: `Telling the kind of parsed parameters, for a body of each of ${times.length} kinds: ${middle} µs in the median, ${slowest.time.toFixed(2)} µs at most (\`${slowest.kind}\`).`,
    goals: [['a webhook identified, median of all kinds', 'under 1 µs', `${middle} µs`]],
  };
}

/** Microseconds, the median of some rounds. */
function timeOf(body) {
  const rounds = Array.from({ length: 7 }, () => {
    const start = process.cpuUsage();
    for (let count = 0; count < 5_000; count += 1) identifyWebhook(body);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 5_000;
  });
  return median(rounds);
}

const parts = [measureReading(), measureIdentifying()];

report({
  heading: 'Payloads',
  text: [
    `"By hand" is \`URLSearchParams\`, an object of it and a \`z.looseObject\` that turns the same numbers and dates: what there would be without a library. It gathers no lists and reads no wrong value as \`undefined\`. Node ${process.versions.node}, \`zod\` ${versionOf('zod')}. By \`node bench/payloads.js --write\`.`,
    ...parts.map(({ text }) => text),
  ].join('\n\n'),
  goals: parts.flatMap(({ goals }) => goals),
});
