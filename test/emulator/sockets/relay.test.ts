import { afterEach, describe, expect, test } from 'vitest';
import { ConversationRelayMessage } from '../../../src/payloads/conversation-relay/index.js';
import { type Agent, type AgentOptions, ofType, relay, startAgent } from './agent.js';

const NUMBER = '+15550001111';
const HOURS = 'Our opening hours are from nine in the morning until five in the afternoon on every working day of the week';

let running: Agent | undefined;
afterEach(() => running?.twilio.close());

function start(twiml: string, options?: AgentOptions): Agent {
  running = startAgent(twiml, options);
  return running;
}

/** Says a text in answer to the first prompt. */
const answering = (token: string, more: object = {}): AgentOptions => {
  let isDone = false;
  return {
    reply: ({ type }, send) => {
      if (type !== 'prompt' || isDone) return;
      isDone = true;
      send({ type: 'text', token, last: true, ...more });
    },
  };
};

describe('a session of ConversationRelay', () => {
  test('begins with a signed upgrade and with setup, and knows the parameters', async () => {
    const agent = start(relay('', '<Parameter name="order" value="7"/>'));
    const call = await agent.ada.call(NUMBER);
    const setup = await agent.until(ofType('setup'));
    expect(agent.upgrades[0]?.headers.get('x-twilio-signature')).toBeTruthy();
    expect(setup).toMatchObject({
      callSid: call.sid,
      from: '+14155550100',
      to: NUMBER,
      direction: 'inbound',
      callType: 'PSTN',
      callStatus: 'IN_PROGRESS',
      parentCallSid: '',
      customParameters: { order: '7' },
    });
  });

  test('sends nothing that its own schemas do not read', async () => {
    const agent = start(
      relay('partialPrompts="true" dtmfDetection="true" events="speaker-events tokens-played" debug="debugging"'),
      answering('Yes'),
    );
    const call = await agent.ada.call(NUMBER);
    await call.say('a table for four');
    await call.hear('Yes');
    await call.press('1');
    agent.send('nonsense');
    await agent.until(ofType('error'));
    const names = agent.frames.map((frame) => ConversationRelayMessage.parse(frame).type);
    expect(names).not.toContain(undefined);
    expect(new Set(names)).toEqual(new Set(['setup', 'prompt', 'info', 'dtmf', 'error']));
  });

  test('hands over what the caller says as one prompt, in the language of the caller', async () => {
    const agent = start(relay('language="en-GB"'));
    const call = await agent.ada.call(NUMBER);
    await call.say('I need a plumber', { partials: true });
    expect(await agent.until(ofType('prompt'))).toEqual({ type: 'prompt', voicePrompt: 'I need a plumber', lang: 'en-GB', last: true });
    expect(agent.frames.filter(ofType('prompt'))).toHaveLength(1);
  });

  test('sends what was understood so far where that is wanted, and the whole at the end', async () => {
    const agent = start(relay('partialPrompts="true"'));
    const call = await agent.ada.call(NUMBER);
    await call.say('book a table');
    await agent.until(({ last }) => last === true);
    const prompts = agent.frames.filter(ofType('prompt')).map(({ voicePrompt, last }) => [voicePrompt, last]);
    expect(prompts).toEqual([
      ['book', false],
      ['book a', false],
      ['book a table', true],
    ]);
  });

  test('lets tokens be heard as one talk turn, however they come', async () => {
    const agent = start(relay(), {
      reply: ({ type }, send) => {
        if (type !== 'prompt') return;
        for (const token of ['Good ', 'mor', 'ning ']) send({ type: 'text', token, last: false });
        setTimeout(() => send({ type: 'text', token: 'Ada', last: true }), 300);
      },
    });
    const call = await agent.ada.call(NUMBER);
    await call.say('hello');
    const heard = await call.hear('Good morning Ada');
    await call.stay('1s');
    expect(call.heard.filter(({ type }) => type === 'say')).toEqual([heard]);
    expect(heard).toMatchObject({ text: 'Good morning Ada', latencyMs: expect.any(Number) });
  });

  test('tells how long the agent took, in milliseconds of the world', async () => {
    const agent = start(relay(), {
      reply: ({ type }, send) => type === 'prompt' && setTimeout(() => send({ type: 'text', token: 'Yes', last: true }), 200),
    });
    const call = await agent.ada.call(NUMBER);
    await call.say('there?');
    const { latencyMs } = await call.hear('Yes');
    expect(latencyMs).toBeGreaterThanOrEqual(195);
    expect(latencyMs).toBeLessThan(5000);
  });

  test('speaks the greeting first', async () => {
    const agent = start(relay('welcomeGreeting="Welcome to the shop"'), answering('Sure'));
    const call = await agent.ada.call(NUMBER);
    await call.hear('Welcome to the shop');
    await call.say('help');
    await call.hear('Sure');
    expect(call.heard.map(({ text }) => text)).toEqual(['Welcome to the shop', 'Sure']);
    expect(agent.frames.some(ofType('interrupt'))).toBe(false);
  });
});

describe('speaking over an agent', () => {
  test('cuts it off, and tells how far it got, before what was said comes', async () => {
    const agent = start(relay(), answering(HOURS));
    const call = await agent.ada.call(NUMBER);
    await call.say('hours please');
    await call.hear('opening hours');
    await call.interrupt('wait');
    const interrupt = await agent.until(ofType('interrupt'));
    const { utteranceUntilInterrupt, durationUntilInterruptMs: ms } = interrupt;
    const until = String(utteranceUntilInterrupt);
    expect(HOURS.startsWith(until)).toBe(true);
    expect(until).toMatch(/^Our opening hours /);
    expect(Number(ms)).toBeGreaterThan(900);
    expect(await agent.until(ofType('prompt'))).toMatchObject({ voicePrompt: 'wait' });
    expect(call.heard.find(({ cut }) => cut === true)?.text).toBe(until);
  });

  test('waits for the agent to begin, and say() for it to finish what hear() has found', async () => {
    const agent = start(relay(), answering('One two three four five six'));
    const call = await agent.ada.call(NUMBER);
    await call.say('count');
    await call.hear('One two');
    await call.say('thanks');
    expect(agent.frames.some(ofType('interrupt'))).toBe(false);
    expect(call.heard.at(-1)).toMatchObject({ text: 'One two three four five six', seconds: expect.any(Number) });
    setTimeout(() => agent.send({ type: 'text', token: HOURS, last: true }), 100);
    await call.interrupt('stop it');
    expect(await agent.until(ofType('interrupt'))).toBeDefined();
  });

  test.each<[string, object, boolean, boolean]>([
    ['interruptible="none"', {}, false, false],
    ['interruptible="dtmf"', {}, false, false],
    ['interruptible="none" reportInputDuringAgentSpeech="speech"', {}, false, true],
    ['interruptible="none"', { interruptible: true }, true, true],
    ['', { interruptible: false }, false, false],
    ['interruptible="speech"', {}, true, true],
    ['ignoreBackchannel="true"', {}, false, false],
  ])(
    'with %s and the message %j',
    async (attributes, message, isInterrupted, isReported) => {
      const agent = start(relay(attributes), answering('One two three four five', message));
      const call = await agent.ada.call(NUMBER);
      await call.say('count');
      await call.hear('One');
      await call.interrupt('uh-huh', { seconds: 0.1 });
      await (isInterrupted ? call.stay('500ms') : call.hear('five'));
      expect(agent.frames.some(ofType('interrupt'))).toBe(isInterrupted);
      expect(agent.frames.filter(ofType('prompt'))).toHaveLength(isReported ? 2 : 1);
    },
    20_000,
  );

  test('is possible by a key, where keys are detected', async () => {
    const agent = start(relay('dtmfDetection="true" interruptible="dtmf"'), answering(HOURS));
    const call = await agent.ada.call(NUMBER);
    await call.say('hours please');
    await call.hear('Our');
    await call.press('4');
    await agent.until(ofType('interrupt'));
    expect(await agent.until(ofType('dtmf'))).toEqual({ type: 'dtmf', digit: '4' });
  });
});

describe('commands of an agent', () => {
  test('play a sound and send tones, which come back as no frame', async () => {
    const agent = start(relay());
    const call = await agent.ada.call(NUMBER);
    await agent.until(ofType('setup'));
    agent.send({ type: 'play', source: 'https://app.example/bell.mp3', loop: 1 });
    agent.send({ type: 'sendDigits', digits: '12' });
    await call.hear('bell.mp3');
    await call.stay('1s');
    expect(call.heard.map(({ type, digits }) => digits ?? type)).toEqual(['play', '12']);
    expect(agent.frames).toHaveLength(1);
  }, 15_000);

  test('switch the language, and settings of the session', async () => {
    const agent = start(relay('events="config-updated"'), { strict: false });
    const call = await agent.ada.call(NUMBER);
    await agent.until(ofType('setup'));
    agent.send({ type: 'language', ttsLanguage: 'sv-SE', transcriptionLanguage: 'de-DE' });
    agent.send({ type: 'config', session: { dtmfDetection: true } });
    expect(await agent.until(ofType('info'))).toMatchObject({ name: 'configUpdated' });
    agent.send({ type: 'hints', hints: 'plumber' });
    await call.say('Hallo');
    expect(await agent.until(ofType('prompt'))).toMatchObject({ lang: 'de-DE' });
    await call.press('7');
    expect(await agent.until(ofType('dtmf'))).toMatchObject({ digit: '7' });
    agent.send({ type: 'text', token: 'Hej', last: true });
    expect((await call.hear('Hej')).language).toBe('sv-SE');
    expect(agent.twilio.findings.filter(({ twilioCode }) => twilioCode === 64107)).toEqual([]);
  });

  test('let the next talk turn take the place of one that may be cut off', async () => {
    const agent = start(relay());
    const call = await agent.ada.call(NUMBER);
    await agent.until(ofType('setup'));
    agent.send({ type: 'text', token: HOURS, last: true, preemptible: true });
    await call.hear('Our');
    agent.send({ type: 'text', token: 'Sorry', last: true });
    await call.hear('Sorry');
    expect(call.heard.map(({ cut }) => cut === true)).toEqual([true, false]);
    expect(agent.frames.some(ofType('interrupt'))).toBe(false);
  });
});

describe('the end of a session', () => {
  test('hands over what the agent says about it, and the call goes on by the action', async () => {
    const agent = start(relay(), { reply: ({ type }, send) => type === 'prompt' && send({ type: 'end', handoffData: '{"to":"sales"}' }) });
    const call = await agent.ada.call(NUMBER);
    await call.say('a human');
    await call.hear('After the talk');
    await agent.twilio.idle();
    expect(agent.requests).toMatchObject([{ SessionStatus: 'ended', HandoffData: '{"to":"sales"}', CallStatus: 'in-progress' }]);
    expect(agent.ends).toEqual([1000]);
  });

  test('is completed when the caller hangs up', async () => {
    const agent = start(relay());
    const call = await agent.ada.call(NUMBER);
    await call.stay('1s');
    await call.hangUp();
    await agent.twilio.idle();
    expect(agent.requests).toMatchObject([{ SessionStatus: 'completed', SessionDuration: '1', CallStatus: 'completed' }]);
  });

  test('comes after ten messages in a row that nobody can read, and not after nine', async () => {
    const agent = start(relay(), { strict: false });
    const call = await agent.ada.call(NUMBER);
    await agent.until(ofType('setup'));
    for (let count = 0; count < 9; count += 1) agent.send({ type: 'nonsense' });
    agent.send({ type: 'text', token: 'Still here', last: true });
    for (let count = 0; count < 9; count += 1) agent.send('{');
    await call.hear('Still here');
    agent.send({ type: 'text', token: 7 });
    await call.hear('After the talk');
    expect(agent.frames.filter(ofType('error'))).toHaveLength(19);
    expect(agent.ends).toEqual([1007]);
    expect(agent.requests).toMatchObject([{ SessionStatus: 'failed', ErrorCode: '64105' }]);
    expect(agent.twilio.findings.filter(({ twilioCode }) => twilioCode === 64107)).toHaveLength(19);
  });

  test('has failed when the agent closes the socket, and nobody connects again', async () => {
    const agent = start(relay(), { strict: false });
    const call = await agent.ada.call(NUMBER);
    await agent.until(ofType('setup'));
    agent.close(1011);
    await call.hear('After the talk');
    expect(agent.requests).toMatchObject([{ SessionStatus: 'failed', ErrorCode: '64105' }]);
    expect(agent.upgrades).toHaveLength(1);
  });

  test.each<[string, string, string]>([
    ['64101', 'interruptible="perhaps"', 'wss://app.example/relay'],
    ['64101', 'ttsProvider="Nobody"', 'wss://app.example/relay'],
    ['64101', '', '/relay'],
    ['39001', '', 'wss://elsewhere.example/relay'],
  ])('has failed with %s before it began', async (code, attributes, url) => {
    const agent = start(relay(attributes).replace('wss://app.example/relay', url), { strict: false });
    const call = await agent.ada.call(NUMBER);
    await call.hear('After the talk');
    expect(agent.requests).toMatchObject([{ SessionStatus: 'failed', ErrorCode: code }]);
    expect(agent.twilio.findings.map(({ twilioCode }) => twilioCode)).toContain(code === '39001' ? 64102 : 64101);
  });

  test('cuts off what the agent is saying, and says so', async () => {
    const agent = start(relay());
    const call = await agent.ada.call(NUMBER);
    await agent.until(ofType('setup'));
    agent.send({ type: 'text', token: HOURS, last: true });
    await call.hear('Our');
    agent.send({ type: 'end' });
    await call.hear('After the talk');
    expect(agent.twilio.findings).toMatchObject([{ severity: 'info', message: expect.stringContaining('cut off') }]);
  });
});

describe('an empty token that is the last', () => {
  test('closes the talk turn that is open, and begins none', async () => {
    const agent = start(relay('events="speaker-events"'));
    const call = await agent.ada.call(NUMBER);
    await agent.until(ofType('setup'));
    agent.send({ type: 'text', token: 'We are open', last: false });
    await call.hear('open');
    agent.send({ type: 'text', token: '', last: true });
    await agent.until((frame) => frame.name === 'agentSpeaking' && frame.value === 'off');
    agent.send({ type: 'text', token: '', last: true });
    agent.send({ type: 'text', token: 'Goodbye', last: true });
    await call.hear('Goodbye');
    expect(call.heard.filter(({ type }) => type === 'say').map(({ text }) => text)).toEqual(['We are open', 'Goodbye']);
    expect(agent.twilio.findings).toEqual([]);
  });

  test('of a turn that was cut off is not heard', async () => {
    const agent = start(relay('welcomeGreeting="Welcome to everybody who calls us today"'));
    const call = await agent.ada.call(NUMBER);
    await call.interrupt('Stop');
    await agent.until(ofType('prompt'));
    agent.send({ type: 'text', token: '', last: true });
    agent.send({ type: 'text', token: 'Yes?', last: true });
    await call.hear('Yes?');
    expect(call.heard.filter(({ type }) => type === 'say')).toHaveLength(2);
  });

  test('may come behind a sound, which ends the turn before it', async () => {
    const agent = start(relay());
    const call = await agent.ada.call(NUMBER);
    await agent.until(ofType('setup'));
    agent.send({ type: 'text', token: 'Listen', last: false });
    agent.send({ type: 'play', source: 'https://app.example/bell.mp3' });
    agent.send({ type: 'text', token: '', last: true });
    agent.send({ type: 'text', token: 'That was it', last: true });
    await call.hear('That was it');
    expect(call.heard.map(({ type }) => type)).toEqual(['say', 'play', 'say']);
  });
});

test('is told by events, message by message', async () => {
  const agent = start(relay(), answering('Yes'));
  const call = await agent.ada.call(NUMBER);
  await call.say('hello');
  await call.hear('Yes');
  await call.hangUp();
  await agent.twilio.idle();
  const told = agent.twilio.events.flatMap((event) => {
    if (event.type === 'socket') return [`${event.state} ${event.code ?? event.url}`];
    return event.type === 'frame' ? [`${event.from} ${(event.frame as { readonly type: string }).type}`] : [];
  });
  expect(told).toEqual(['open wss://app.example/relay', 'twilio setup', 'twilio prompt', 'application text', 'closed 1000']);
});
