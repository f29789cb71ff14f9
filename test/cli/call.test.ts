import { describe, expect, test } from 'vitest';
import type { Terminal } from '../../src/cli/context.js';
import { webhook } from '../../src/node/index.js';
import { DialResult, GatherResult, IncomingCall, RecordResult } from '../../src/payloads/voice/index.js';
import { voiceResponse } from '../../src/twiml/index.js';
import { type Run, runCli } from './run-cli.js';
import { keepServers, sendXml, serve, serveHandler, type TestServer } from './serve.js';

const authToken = '6bc1bee22e409f96e93d7e117393172a';
const env = { TWILIO_AUTH_TOKEN: authToken };

const keep = keepServers();

/** A company: opening hours, a colleague, a mailbox. */
function startApp(publicUrl?: string): Promise<TestServer> {
  const options = { authToken, ...(publicUrl !== undefined && { publicUrl }), onRejected: () => undefined };
  const routes: Record<string, ReturnType<typeof webhook>> = {
    '/voice': webhook(IncomingCall, options, () =>
      voiceResponse()
        .gather({ action: '/menu', numDigits: 1, input: ['dtmf', 'speech'] }, (gather) =>
          gather.say('Press 1 for the hours, 2 for Grace, 3 for the mailbox.'),
        )
        .say('Nothing came. Good-bye.')
        .hangup(),
    ),
    '/menu': webhook(GatherResult, options, ({ Digits, SpeechResult }) => {
      if (SpeechResult !== undefined) return voiceResponse().say(`You said ${SpeechResult}.`).hangup();
      if (Digits === '1') return voiceResponse().say('We are open from nine to five.').hangup();
      if (Digits === '2') return voiceResponse().dial({ action: '/dialled' }, '+14155550199');
      return voiceResponse().say('Speak after the beep.').record({ action: '/recorded', maxLength: 30 });
    }),
    '/dialled': webhook(DialResult, options, ({ DialCallStatus }) => voiceResponse().say(`Grace: ${DialCallStatus}.`).hangup()),
    '/recorded': webhook(RecordResult, options, ({ RecordingDuration }) =>
      voiceResponse()
        .say(RecordingDuration === 0 ? 'Nothing was recorded.' : 'Thank you for the message.')
        .hangup(),
    ),
  };
  return keep(serveHandler((request, response) => routes[(request.url ?? '').replace(/\?.*/, '')]?.(request, response)));
}

async function call(...args: readonly string[]): Promise<Run> {
  const { origin } = await startApp();
  return runCli(['call', `${origin.replace('http://', '')}/voice`, ...args], { env });
}

describe('ringback call', () => {
  test('prints what is said, what is done, and the webhooks beside it', async () => {
    const { code, stdout, stderr } = await call('--press', '1', '--seed', '7');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.split('\n').map((line) => line.replace(/^ *[\d.]+ s {2}/, ''));
    const order = [
      expect.stringMatching(/^\+14155550100 calls \+12015550123: http:\S+\/voice$/),
      'voice.incoming POST /voice CallStatus=ringing → 200',
      'Press 1 for the hours, 2 for Grace, 3 for the mailbox.',
      'you press 1',
      'voice.gather POST /menu Digits=1 → 200',
      'We are open from nine to five.',
      'The other side hangs up.',
    ];
    expect(lines.slice(0, order.length)).toEqual(order);
    expect(stdout).toMatch(/The call is completed, after \d+ s\.\nAll went well\.\n$/);
  });

  test.each([
    [['--say', 'opening hours'], 'You said opening hours.'],
    [['--silence'], 'Nothing came. Good-bye.'],
    [['--press', '2'], 'Grace: completed.'],
    [['--press', '2', '--dial', 'busy'], 'Grace: busy.'],
    [['--press', '2', '--dial', 'no-answer'], 'Grace: no-answer.'],
    [['--press', '3', '--record', 'Please call me back.'], 'Thank you for the message.'],
  ])('%j leads to "%s"', async (args, expected) => {
    const { code, stdout } = await call(...args, '--expect', expected);
    expect(stdout).toContain(expected);
    expect(code).toBe(0);
  });

  test('fails where something expected is not heard, and says what was', async () => {
    const { code, stdout } = await call('--press', '1', '--expect', 'closed');
    expect(code).toBe(1);
    expect(stdout).toContain('We are open from nine to five.');
    expect(stdout).toContain('Not heard: "closed".');
  });

  test('fails where something is done that nothing was there for', async () => {
    const { code, stdout } = await call('--press', '1', '--press', '2', '--say', 'hello');
    expect(code).toBe(1);
    expect(stdout).toContain('Nothing was there for --press 2 --say hello.');
  });

  test('hangs up where it is told to', async () => {
    const { code, stdout } = await call('--silence', '--hangup');
    expect(code).toBe(0);
    expect(stdout).not.toContain('The other side hangs up');
  });

  test('hangs up when nothing ever ends the call', async () => {
    const server = await keep(serve((_, response) => sendXml(response, '<Response><Pause length="10"/><Redirect>/</Redirect></Response>')));
    const { code, stdout } = await runCli(['call', server.origin], { env });
    expect(code).toBe(0);
    expect(stdout).toContain('The caller hung up after two minutes');
  });

  test('fails where Twilio would report an error, and shows it', async () => {
    const server = await keep(serve((_, response) => response.writeHead(500).end()));
    const { code, stdout } = await runCli(['call', server.origin], { env });
    expect(code).toBe(1);
    expect(stdout).toContain('error 11200');
    expect(stdout).toContain('(apology)');
  });

  test('says what to look at where the server refuses, and with which command to try again', async () => {
    const server = await startApp('https://calls.example/api');
    const { code, stdout } = await runCli(['call', `${server.origin}/voice`, '--press', '1'], { env });
    expect(code).toBe(1);
    expect(stdout).toContain(`ringback call ${server.origin}/voice --as <its public URL>`);
    expect((await runCli(['call', `${server.origin}/voice`, '--as', 'https://other.example', '--hangup'], { env })).stdout).toContain(
      'is https://other.example/voice its public URL?',
    );
  });

  test('says when nothing listens', async () => {
    const server = await serve(() => undefined);
    await server.close();
    const { code, stdout } = await runCli(['call', server.origin], { env });
    expect(code).toBe(1);
    expect(stdout).toContain(`Nothing listens on 127.0.0.1:${server.port}; is the server running?`);
  });

  test('signs the public URL, and finds the way behind a prefix', async () => {
    const server = await startApp('https://calls.example/api');
    const seen = await runCli(['call', `${server.origin}/voice`, '--as', 'https://calls.example', '--press', '1', '--json'], { env });
    expect(JSON.parse(seen.stdout).webhooks[0]).toMatchObject({ url: 'https://calls.example/voice' });
    const echo = await keep(
      serve(({ url }, response) => sendXml(response, url === '/voice' ? '<Response><Redirect>next</Redirect></Response>' : '<Response/>')),
    );
    await runCli(['call', `${echo.origin}/voice`, '--as', 'https://calls.example/api/voice'], { env });
    expect(echo.received.map(({ url }) => url)).toEqual(['/voice', '/next']);
  });

  test('prints what a program reads, and no secret', async () => {
    const server = await keep(
      serve(({ headers }, response) => sendXml(response, `<Response><Say>${authToken} ${headers['x-twilio-signature']}</Say></Response>`)),
    );
    const { stdout } = await runCli(['call', server.origin, '--from', '+14155550155', '--seed', '3', '--json'], { env });
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({
      ...{ ok: true, seed: 3, findings: [] },
      call: { from: '+14155550155', status: 'completed' },
      heard: [{ type: 'say', text: '[hidden] [hidden]' }, { type: 'hangup' }],
      webhooks: [{ kind: 'voice.incoming', status: 200, parameters: { From: '+14155550155', CallSid: told.call.sid } }],
    });
    expect(stdout).not.toContain(authToken);
  });

  test('waits for what comes after the end of the call', async () => {
    const server = await keep(
      serve(({ url }, response) => {
        if (url === '/') sendXml(response, '<Response><Record action="/end" recordingStatusCallback="/recording"/></Response>');
        else sendXml(response, '<Response><Hangup/></Response>');
      }),
    );
    const { stdout } = await runCli(['call', server.origin, '--record', 'Hello there', '--hangup', '--json'], { env });
    expect(JSON.parse(stdout).webhooks.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...['voice.incoming', 'voice.record', 'voice.recording.record-verb'],
    ]);
  });

  test('reads a script', async () => {
    const { origin } = await startApp();
    const input = '# The mailbox\npress 3\nrecord Please call me back.\n\nexpect Thank you for the message\n';
    const { code, stdout } = await runCli(['call', `${origin}/voice`, '--script', '-'], { env, input });
    expect(stdout).toContain('you say "Please call me back."');
    expect(code).toBe(0);
  });

  test.each([
    [['--script', '-'], 'Line 2 of the script'],
    [['--press', 'x'], '--press takes keys'],
    [['--from', 'ada'], '--from is a number'],
    [['--seed', 'x'], '--seed is a number'],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await runCli(['call', 'localhost:1', ...args], { env, input: 'press 1\ndance\n' });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('never leaves this machine by itself', async () => {
    const { code, stderr } = await runCli(['call', 'https://example.com/voice'], { env });
    expect(code).toBe(2);
    expect(stderr).toContain('--allow-remote');
  });
});

describe('ringback call in a terminal', () => {
  /** Types lines when something shows in what was printed. */
  function type(...lines: readonly (readonly [shown: RegExp, line: string])[]) {
    let printed = '';
    let isClosed = false;
    const terminal: Terminal = {
      lines: (async function* () {
        for (const [shown, line] of lines) {
          while (!shown.test(printed) && !isClosed) await new Promise((resolve) => setTimeout(resolve, 5));
          if (isClosed) return;
          yield line;
        }
      })(),
      close: () => {
        isClosed = true;
      },
    };
    return { openTerminal: () => terminal, stdout: { write: (text: string) => (printed += text) }, read: () => printed };
  }

  test('takes keys as they are typed, in real time, and asks how somebody behaves who is dialled', async () => {
    const { origin } = await startApp();
    const typed = type([/Press 1 for the hours/, '2'], [/\+14155550199 rings: do they answer\?/, 'b']);
    const { code } = await runCli(['call', `${origin}/voice`], { env, ...typed });
    expect(typed.read()).toContain('Grace: busy.');
    expect(code).toBe(0);
  }, 20_000);

  test('hangs up by Ctrl+C', async () => {
    const { origin } = await startApp();
    const interruption = new AbortController();
    const typed = type();
    const running = runCli(['call', `${origin}/voice`], { env, ...typed, signal: interruption.signal });
    while (!typed.read().includes('Press 1')) await new Promise((resolve) => setTimeout(resolve, 5));
    interruption.abort();
    expect((await running).code).toBe(0);
    expect(typed.read()).toContain('The call is completed');
  });
});
