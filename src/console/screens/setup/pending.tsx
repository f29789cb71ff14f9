import type { JSX } from 'preact';
import { Badge } from '../../parts/badge.js';
import { formatDay } from '../../parts/format.js';
import { nameOf } from '../../state/names.js';
import { snapshot } from '../../state/snapshot.js';
import { Card } from './card.js';

/** Texts that are to be sent later. */
export function Scheduled(): JSX.Element {
  const { scheduled = [], messages = [] } = snapshot.value ?? {};
  return (
    <Card title="Scheduled texts">
      {scheduled.length === 0 && <p class="quiet">None. Texts with a time to be sent at wait here: let the clock run to see them go.</p>}
      <ul class="lines">
        {scheduled.map(({ messageSid, sendAt }) => {
          const message = messages.find(({ sid }) => sid === messageSid);
          return (
            <li key={messageSid}>
              <time class="numeric">{formatDay(sendAt)}</time>
              <span class="clip">{message === undefined ? messageSid : `${nameOf(message.phone)}: ${message.body}`}</span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** Codes that Verify has sent. */
export function Verifications(): JSX.Element {
  const verifications = (snapshot.value?.verifications ?? []).toReversed();
  return (
    <Card title="Verification codes">
      {verifications.length === 0 && <p class="quiet">None. Codes that Verify sends are shown here.</p>}
      <ul class="lines">
        {verifications.map(({ sid, to, code, channel, status }) => (
          <li key={sid}>
            <strong class="mono">{code}</strong>
            <span class="clip">
              {nameOf(to)} <span class="quiet">by {channel}</span>
            </span>
            <Badge tone={status === 'approved' ? 'good' : 'plain'}>{status}</Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** People who want no more messages. */
export function OptOuts(): JSX.Element {
  const optOuts = snapshot.value?.optOuts ?? [];
  return (
    <Card title="Opt-outs">
      {optOuts.length === 0 && <p class="quiet">Nobody has written STOP.</p>}
      <ul class="lines">
        {optOuts.map(({ sender, phone }) => (
          <li key={`${sender} ${phone}`}>
            <span class="clip">{nameOf(phone)}</span>
            <span class="quiet clip mono">from {sender}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
