import { signRequest } from '../../src/signature/index.js';

/** The auth token of all tests: no account has it. */
export const authToken = '0123456789abcdef0123456789abcdef';

export const accountSid = 'AC0123456789abcdef0123456789abcdef';

/** An incoming message as it is recorded. */
export const message = {
  AccountSid: accountSid,
  ApiVersion: '2010-04-01',
  Body: 'Hello',
  From: '+14155550100',
  MessageSid: 'SM11223344556677889900aabbccddeeff',
  NumMedia: '0',
  NumSegments: '1',
  SmsMessageSid: 'SM11223344556677889900aabbccddeeff',
  SmsSid: 'SM11223344556677889900aabbccddeeff',
  SmsStatus: 'received',
  To: '+12015550123',
};

/** An incoming call as it is recorded. */
export const call = {
  AccountSid: accountSid,
  ApiVersion: '2010-04-01',
  CallSid: 'CA1a2b3c4d5e6f70811a2b3c4d5e6f7081',
  CallStatus: 'ringing',
  Direction: 'inbound',
  From: '+14155550100',
  To: '+12015550123',
};

/** The report of a call that has ended. */
export const callStatus = {
  ...call,
  CallStatus: 'completed',
  CallbackSource: 'call-progress-events',
  SequenceNumber: '0',
  CallDuration: '10',
};

/** A request as Twilio would send it. */
export function signed(
  url: string,
  parameters: Readonly<Record<string, string>>,
  init: { readonly headers?: Record<string, string>; readonly token?: string; readonly method?: string } = {},
): Request {
  const body = new URLSearchParams(parameters).toString();
  const { method = 'POST' } = init;
  const signature = signRequest({ url, method, body }, { authToken: init.token ?? authToken });
  return new Request(url, {
    method,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature, ...init.headers },
    body,
  });
}
