import type { World } from '../../world.js';
import type { SetUpState } from '../protocol.js';
import type { Surroundings } from '../surroundings.js';

/** Tells how far setting up has come. What is not kept any more has happened all the same: the steps are looked for among all that is. */
export function describeSetUp(world: World, { command }: Surroundings): SetUpState {
  const { events } = world.log;
  const rest = events.find((event) => event.type === 'rest');
  const webhook = events.find(({ type }) => type === 'webhook');
  const reply = events.find((event) => event.type === 'answer' && isSuccess(event.status));
  const [phoneNumber] = world.directory.numbers.keys();
  const { accountSid, authToken } = world.settings;
  return {
    ...(rest?.type === 'rest' && { restCall: { seq: rest.seq, way: rest.way } }),
    ...(webhook !== undefined && { webhook: { seq: webhook.seq } }),
    ...(reply !== undefined && { reply: { seq: reply.seq } }),
    environment: {
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: maskSecret(authToken),
      ...(phoneNumber !== undefined && { TWILIO_PHONE_NUMBER: phoneNumber }),
    },
    command,
  };
}

/** Whether an answer is a reply. */
export function isSuccess(status: number | undefined): boolean {
  return status !== undefined && status >= 200 && status < 300;
}

/** Enough of a secret to tell it from another. */
export function maskSecret(secret: string): string {
  return `${'•'.repeat(8)}${secret.length > 16 ? secret.slice(-4) : ''}`;
}
