// The same documents built by ringback, by twilio-node, with xmlbuilder2, and by hand with nothing but template literals and an escaping
// function: what anything costs at least. Needs a build; `--write` puts the table into
// docs/benchmarks.md.
import { createRequire } from 'node:module';
import { messagingResponse, voiceResponse } from 'ringback/twiml';
import { create } from 'xmlbuilder2';
import { measure, report, table, versionOf } from './measure.js';

const require = createRequire(import.meta.url);
const VoiceResponse = require('twilio/lib/twiml/VoiceResponse');
const MessagingResponse = require('twilio/lib/twiml/MessagingResponse');

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const SPECIAL = /[&<>"]/g;
const REFERENCES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// As fast as it gets in three lines: most texts hold nothing to escape, and a test is cheaper than a replacement that replaces nothing.
const write = (text) => (/[&<>"]/.test(text) ? text.replace(SPECIAL, (character) => REFERENCES[character]) : text);
const start = () => create({ version: '1.0', encoding: 'UTF-8' }).ele('Response');

/** What the documents say, so that no engine can take it for constant. */
const spoken = { voice: 'Polly.Joanna', sales: 'Press one for sales.', support: 'Press two for support & help.', action: '/menu?a=1&b=2' };

const ivr = {
  ringback: () =>
    voiceResponse()
      .gather({ numDigits: 1, action: spoken.action }, (gather) => gather.say({ voice: spoken.voice }, spoken.sales).say(spoken.support))
      .redirect({ method: 'GET' }, '/voice')
      .toString(),
  twilio: () => {
    const response = new VoiceResponse();
    const gather = response.gather({ numDigits: 1, action: spoken.action });
    gather.say({ voice: spoken.voice }, spoken.sales);
    gather.say(spoken.support);
    response.redirect({ method: 'GET' }, '/voice');
    return response.toString();
  },
  xmlbuilder2: () => {
    const response = start();
    const gather = response.ele('Gather', { numDigits: '1', action: spoken.action });
    gather.ele('Say', { voice: spoken.voice }).txt(spoken.sales);
    gather.ele('Say').txt(spoken.support);
    response.ele('Redirect', { method: 'GET' }).txt('/voice');
    return response.end();
  },
  'by hand': () =>
    `${HEAD}<Response><Gather numDigits="${write(String(1))}" action="${write(spoken.action)}"><Say voice="${write(spoken.voice)}">${write(spoken.sales)}</Say><Say>${write(spoken.support)}</Say></Gather><Redirect method="${write('GET')}">${write('/voice')}</Redirect></Response>`,
};

const empty = {
  ringback: () => messagingResponse().toString(),
  twilio: () => new MessagingResponse().toString(),
  xmlbuilder2: () => start().end(),
  'by hand': () => `${HEAD}<Response/>`,
};

/** A document of so many verbs that say something and count up. */
const verbs = (count) => ({
  ringback: () => {
    const response = voiceResponse();
    for (let index = 0; index < count; index += 1) response.say({ voice: spoken.voice, loop: index }, spoken.support);
    return response.toString();
  },
  twilio: () => {
    const response = new VoiceResponse();
    for (let index = 0; index < count; index += 1) response.say({ voice: spoken.voice, loop: index }, spoken.support);
    return response.toString();
  },
  xmlbuilder2: () => {
    const response = start();
    for (let index = 0; index < count; index += 1) response.ele('Say', { voice: spoken.voice, loop: `${index}` }).txt(spoken.support);
    return response.end();
  },
  'by hand': () => {
    let xml = `${HEAD}<Response>`;
    for (let index = 0; index < count; index += 1) {
      xml += `<Say voice="${write(spoken.voice)}" loop="${write(String(index))}">${write(spoken.support)}</Say>`;
    }
    return `${xml}</Response>`;
  },
});

const documents = {
  'IVR: Gather with two Say, Redirect': { rivals: ivr },
  'empty messaging response': { rivals: empty },
  '200 verbs': { rivals: verbs(200), rounds: 30 },
  '10,000 verbs': { rivals: verbs(10_000), rounds: 9 },
};

const measured = Object.entries(documents).map(([name, { rivals, rounds }]) => {
  const written = rivals.ringback();
  for (const [rival, run] of Object.entries(rivals)) if (run() !== written) throw new Error(`${rival} writes another document: ${name}`);
  return { name, times: measure(rivals, rounds) };
});
const rows = measured.map(({ name, times }) => {
  const shown = Object.keys(ivr).map((rival) => `${show(times[rival])} µs`);
  const [twilio, xmlbuilder2, byHand] = ['twilio', 'xmlbuilder2', 'by hand'].map((rival) => times[rival] / times.ringback);
  return [name, ...shown, `${show(twilio)}×`, `${show(xmlbuilder2)}×`, `${show(1 / byHand)}×`];
});

const heads = [
  'document',
  'ringback',
  'twilio-node',
  'xmlbuilder2',
  'by hand',
  'twilio-node takes',
  'xmlbuilder2 takes',
  'ringback takes, of by hand',
];
const [menu, nothing, verbs200, verbs10000] = measured.map(({ times }) => times);

report({
  heading: 'TwiML',
  text: `Built and written. All four write the same bytes. "By hand" is template literals with an escaping function, the least that any builder can cost; it checks nothing. Node ${process.versions.node}, twilio ${versionOf('twilio')}, xmlbuilder2 ${versionOf('xmlbuilder2')}. By \`node bench/twiml.js --write\`.

${table(heads, rows)}`,
  goals: [
    ['IVR document, built and written', 'at least 8× as fast as twilio-node', `${show(menu.twilio / menu.ringback)}×`],
    ['the same', 'at most 1.7× of template literals', `${show(menu.ringback / menu['by hand'])}×`],
    ['empty messaging response', 'at least 10× as fast as twilio-node', `${show(nothing.twilio / nothing.ringback)}×`],
    ['200 verbs', 'at least 8× as fast as twilio-node', `${show(verbs200.twilio / verbs200.ringback)}×`],
    ['10,000 verbs', 'a verb costs what it does among 200', `${show(verbs10000.ringback / 50 / verbs200.ringback)}×`],
  ],
});

/** Two or three digits. */
function show(value) {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(2);
}
