// Twilio's part: webhooks that are sent again until they are answered, sometimes before that, and sometimes after it.
import { formOf, message, post } from '../../frameworks/support/requests.js';
import { pause } from '../support/engine.js';
import type { Random } from '../support/random.js';

/** A webhook, and what was heard of it. */
export interface Sent {
  readonly webhook: string;
  readonly answers: readonly Heard[];
  readonly attempts: number;
  /** Whether the first attempt was. Twilio makes one alone, unless it is told to make more. */
  readonly isFirstAnswered: boolean;
}

/** An answer with status 200: which run of the handler it is of. */
interface Heard {
  readonly at: number;
  readonly run: string;
}

/** How many webhooks are under way at once. */
const SENDERS = 40;

/** How long an attempt may take, and how long a webhook is tried, in milliseconds. */
const PATIENCE_MS = 4_000;
const LONGEST_MS = 120_000;

/** Sends webhooks to all of these until it is told to end, and waits until each is answered or given up. */
export async function sendWebhooks(origins: readonly string[], random: Random, ends: () => boolean): Promise<Sent[]> {
  const sent: Sent[] = [];
  const repeats: Promise<void>[] = [];
  const sendOne = async (webhook: string) => {
    const record = { webhook, answers: [] as Heard[], attempts: 0, isFirstAnswered: false };
    sent.push(record);
    // Most are answered soon, some outlive their lease.
    const body = String(Math.round(random.happens(0.1) ? random.between(200, 2500) : random.between(0, 60)));
    const attempt = async () => {
      record.attempts += 1;
      const isFirst = record.attempts === 1;
      const run = await tryOnce(random.pick(origins), webhook, body);
      if (isFirst) record.isFirstAnswered = run !== undefined;
      if (run !== undefined) record.answers.push({ at: Date.now(), run });
      return run !== undefined;
    };
    const insist = async () => {
      for (const end = Date.now() + LONGEST_MS; Date.now() < end; await pause(random.between(50, 300))) if (await attempt()) return;
    };
    const early = random.happens(0.3) ? pause(random.between(0, 300)).then(insist) : undefined;
    await insist();
    repeats.push(Promise.all([early, random.happens(0.5) ? pause(random.between(0, 2000)).then(insist) : undefined]).then(() => undefined));
  };
  let count = 0;
  const work = async () => {
    while (!ends()) {
      count += 1;
      await sendOne(`webhook-${count}`);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, work));
  await Promise.all(repeats);
  return sent;
}

/** The run whose answer it is; `undefined` where it was not answered, or was to come again. */
async function tryOnce(origin: string, webhook: string, body: string): Promise<string | undefined> {
  const sending = post(`${origin}/sms`, formOf({ ...message, Body: body }), { headers: { 'i-twilio-idempotency-token': webhook } });
  const answer = await Promise.race([sending.catch(() => undefined), pause(PATIENCE_MS)]);
  return answer?.status === 200 ? /<Message>(.+)<\/Message>/.exec(answer.text)?.[1] : undefined;
}
