import { describe, expect, it, vi } from 'vitest';
import { CallStatusCallback, IncomingCall, IncomingMessage } from '../../src/payloads/index.js';
import { messagingResponse, voiceResponse } from '../../src/twiml/index.js';
import { webhookRouter } from '../../src/webhook/index.js';
import { authToken, call, callStatus, message, signed } from './requests.js';

const url = 'https://example.com/twilio';

describe('a router', () => {
  it('gives each kind to its handler', async () => {
    const { fetch } = webhookRouter({ authToken })
      .on(IncomingMessage, ({ Body }) => messagingResponse().message(Body))
      .on(IncomingCall, ({ From }) => voiceResponse().say(From))
      .on(CallStatusCallback, () => undefined);
    expect(await (await fetch(signed(url, message))).text()).toContain('<Message>Hello</Message>');
    expect(await (await fetch(signed(url, call))).text()).toContain('<Say>+14155550100</Say>');
    expect((await fetch(signed(url, callStatus))).status).toBe(204);
  });

  it('answers a known kind without a handler as that kind wants, and says so', async () => {
    const onRejected = vi.fn();
    const { fetch } = webhookRouter({ authToken, onRejected });
    expect((await fetch(signed(url, callStatus))).status).toBe(204);
    expect(await (await fetch(signed(url, message))).text()).toContain('<Response/>');
    expect(await (await fetch(signed(url, { New: 'thing' }))).text()).toContain('<Response/>');
    expect(onRejected.mock.calls.map(([{ code }]) => code)).toEqual(Array(3).fill('PAYLOAD_UNKNOWN_KIND'));
  });

  it('gives the rest to otherwise', async () => {
    const { fetch } = webhookRouter({ authToken }).otherwise(({ New }) => voiceResponse().say(String(New)));
    expect(await (await fetch(signed(url, { New: 'thing' }))).text()).toContain('<Say>thing</Say>');
  });

  it('is refused without a signature before anything is identified', async () => {
    const handler = vi.fn(() => null);
    const { fetch } = webhookRouter({ authToken, onRejected: () => undefined }).on(IncomingMessage, handler);
    expect((await fetch(new Request(url, { method: 'POST', body: new URLSearchParams(message) }))).status).toBe(403);
    expect(handler).not.toHaveBeenCalled();
  });

  it('takes a special case in all the ways that it may be sent, and the general kind in its own', async () => {
    const { fetch } = webhookRouter({ authToken, onRejected: () => undefined }).on(IncomingMessage, () => null);
    const put = (parameters: Readonly<Record<string, string>>) => fetch(signed(url, parameters, { method: 'PUT' }));
    const whatsApp = { ...message, From: 'whatsapp:+14155550100', To: 'whatsapp:+12015550123', ProfileName: 'Anna', WaId: '14155550100' };
    expect((await put(whatsApp)).status).toBe(200);
    const refused = await put(message);
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST, GET']);
  });
});
