// What happens in the longer stories of deviations.
import type { Deviations, Emulator } from '../../src/emulator/index.js';
import { emulate, NUMBER } from './app.js';
import { ACCOUNT, ask as askAccount, TOKEN } from './setup.js';

export const base = { strict: false } as const;

export const parametersOf = (twilio: Emulator, kind: string) => twilio.webhooks.findLast((one) => one.kind === kind)?.parameters;

/** Which seconds of the only recording are not silent. */
export async function loudSeconds(twilio: Emulator): Promise<readonly number[]> {
  const { body } = await askAccount(twilio, 'GET', '/Recordings.json');
  const [{ sid }] = body.recordings as [{ readonly sid: string }];
  const url = `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}/Recordings/${sid}.wav`;
  const wav = await twilio.rest(new Request(url, { headers: { authorization: `Basic ${btoa(`${ACCOUNT}:${TOKEN}`)}` } }));
  const samples = new Int16Array((await wav.arrayBuffer()).slice(44));
  const seconds = Array.from({ length: samples.length / 8000 }, (_, second) => samples.slice(second * 8000, (second + 1) * 8000));
  return seconds.flatMap((one, second) => (one.some((sample) => sample !== 0) ? [second] : []));
}

/** A payment over the REST API that ends before anything is captured. */
export async function payByRest(Status: string, deviations: Partial<Deviations>) {
  const twilio = emulate({ '/voice': '<Pause length="60"/>' }, { ...base, deviations, accountSid: ACCOUNT, authToken: TOKEN });
  const { sid } = await twilio.phone('+14155550100').call(NUMBER);
  const payments = `/Calls/${sid}/Payments`;
  const started = await askAccount(twilio, 'POST', `${payments}.json`, { StatusCallback: '/paid', IdempotencyKey: 'start' });
  const ending = { StatusCallback: '/paid', IdempotencyKey: 'end', Status };
  const { status } = await askAccount(twilio, 'POST', `${payments}/${started.body.sid}.json`, ending);
  await twilio.idle();
  return [status, parametersOf(twilio, 'voice.payment.complete')?.Result];
}

/** A task that nobody takes at the only target of its workflow. */
export async function routeInVain(deviations: Partial<Deviations>) {
  const twilio = emulate({}, { ...base, deviations, accountSid: ACCOUNT, authToken: TOKEN });
  const desk = 'taskrouter.twilio.com/v1/Workspaces';
  const make = async (path: string, form: Readonly<Record<string, string>>) =>
    String((await askAccount(twilio, 'POST', desk + path, form)).body.sid);
  const at = `/${await make('', { FriendlyName: 'desk' })}`;
  const [first, rest] = [
    await make(`${at}/TaskQueues`, { FriendlyName: 'first' }),
    await make(`${at}/TaskQueues`, { FriendlyName: 'rest' }),
  ];
  const routing = { filters: [{ targets: [{ queue: first, timeout: 10 }] }], default_filter: { queue: rest } };
  await make(`${at}/Workflows`, { FriendlyName: 'w', Configuration: JSON.stringify({ task_routing: routing }) });
  const task = await make(`${at}/Tasks`, { Attributes: '{}' });
  await twilio.advance('11s');
  return (await askAccount(twilio, 'GET', `${desk}${at}/Tasks/${task}`)).body.assignment_status;
}
