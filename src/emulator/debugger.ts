import type { Finding } from './findings.js';
import { sendCallback } from './wire/callbacks.js';
import type { World } from './world.js';

/** Tells the account's debugger webhook of an error or a warning of Twilio's: https://www.twilio.com/docs/usage/webhooks/debugging-webhooks */
export function tellDebugger(finding: Finding, world: World): void {
  const { twilioCode, severity, message } = finding;
  const { debuggerUrl, accountSid } = world.settings;
  if (debuggerUrl === undefined || twilioCode === undefined || severity === 'info') return;
  const attempt = world.webhooks.findLast(({ seq }) => seq === finding.event);
  // Twilio does not tell the debugger that the debugger itself does not answer.
  if (attempt?.kind === 'account.debugger') return;
  const { CallSid, MessageSid } = attempt?.parameters ?? {};
  const payload = {
    resource_sid: CallSid ?? MessageSid ?? null,
    service_sid: null,
    error_code: String(twilioCode),
    more_info: { Msg: message, ErrorCode: String(twilioCode), LogLevel: severity.toUpperCase() },
    webhook: attempt && {
      type: 'application/json',
      request: { url: attempt.url, method: attempt.method, headers: {}, parameters: attempt.parameters },
      response: {
        status_code: attempt.response?.status ?? null,
        headers: attempt.response?.headers ?? {},
        body: attempt.response?.body ?? '',
      },
    },
  };
  const parameters = {
    Sid: world.chance.sid('NO'),
    AccountSid: accountSid,
    Timestamp: new Date(world.clock.now).toISOString(),
    Level: severity.toUpperCase(),
    PayloadType: 'application/json',
    Payload: JSON.stringify(payload),
  };
  sendCallback({ kind: 'account.debugger', url: debuggerUrl, method: 'POST', parameters, causes: [finding.event] }, world);
}
