import { hashDigits } from '../../../fixtures/hash.js';
import type { Finding } from '../../findings.js';
import type { World } from '../../world.js';
import { writeRfc2822 } from '../dates.js';
import { fits, fitsTime, resource } from '../resource.js';
import type { RestRequest, Route } from '../rest-request.js';

/** What Twilio's debugger would complain of: findings that have a number. https://www.twilio.com/docs/usage/api/notifications */
export const notificationRoutes: readonly Route[] = resource<Finding>({
  path: '/2010-04-01/Accounts/:account/Notifications',
  key: 'notifications',
  all: ({ world }) => listed(world.findings).reverse(),
  keep: (finding, request) => fits(request, { Log: logOf(finding) }) && fitsTime(request, 'MessageDate', timeOf(finding, request.world)),
  find: ({ world }, sid) => listed(world.findings).find((finding) => sidOf(finding, world.findings) === sid),
  describe,
});

function listed(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ twilioCode, severity }) => twilioCode !== undefined && severity !== 'info');
}

/** By the event that it is about, and which of its findings it is: the older ones may be gone. */
function sidOf(finding: Finding, findings: readonly Finding[]): string {
  const ofEvent = findings.filter(({ event }) => event === finding.event);
  return `NO${hashDigits(`${finding.event} ${ofEvent.indexOf(finding)}`, 0)}`;
}

/** The webhook that it is about. */
function webhookOf({ event }: Finding, { webhooks }: World) {
  return webhooks.find(({ seq }) => seq === event);
}

function timeOf(finding: Finding, world: World): number {
  return webhookOf(finding, world)?.at ?? world.clock.now;
}

/** Twilio's levels: an error is 0, a warning 1. */
function logOf({ severity }: Finding): string {
  return severity === 'error' ? '0' : '1';
}

function describe(finding: Finding, { world, account, names }: RestRequest): object {
  const { twilioCode, message } = finding;
  const sid = sidOf(finding, world.findings);
  const webhook = webhookOf(finding, world);
  const at = writeRfc2822(timeOf(finding, world));
  const code = String(twilioCode);
  const method = webhook?.method;
  return {
    account_sid: account,
    api_version: '2010-04-01',
    call_sid: webhook?.parameters.CallSid ?? null,
    date_created: at,
    date_updated: at,
    error_code: code,
    log: logOf(finding),
    message_date: at,
    message_text: message,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    request_method: method === 'GET' || method === 'POST' ? method : null,
    request_url: webhook?.url ?? null,
    sid,
    uri: `/2010-04-01/Accounts/${account}/Notifications/${sid}.json`,
    // A list shows less than one that is fetched.
    ...(names.id !== undefined && {
      request_variables: webhook?.request.body ?? null,
      response_body: webhook?.response?.body ?? null,
      response_headers: webhook?.response === undefined ? null : JSON.stringify(webhook.response.headers),
    }),
  };
}
