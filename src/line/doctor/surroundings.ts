import { findCredentials } from '../account/credentials.js';
import { loadTwilio } from '../account/twilio-client.js';
import { journalFolder, listJournals } from '../journal.js';
import { isOpen } from '../recover.js';
import { listTunnels } from '../tunnels/open-tunnel.js';
import type { TunnelRequest } from '../tunnels/tunnel.js';
import { bad, type DoctorFinding, good, warn } from './finding.js';

/** Where is looked for credentials, tunnels and journals. */
export interface Surroundings extends Pick<TunnelRequest, 'env' | 'folder'> {
  readonly home: string;
}

/** Looks at what a line needs: an account, Twilio's client, a tunnel, and that no earlier one has left anything. */
export async function lookAround(surroundings: Surroundings): Promise<readonly DoctorFinding[]> {
  return [await checkAccount(surroundings), await checkTunnels(surroundings), ...(await checkJournals(surroundings))];
}

async function checkAccount({ env, home, folder }: Surroundings): Promise<DoctorFinding> {
  try {
    loadTwilio(folder);
    const { accountSid, source, authToken } = await findCredentials(env, home);
    if (authToken !== undefined) return good('account', `The account ${accountSid} is that of ${source}.`);
    const advice = 'Set TWILIO_AUTH_TOKEN too, which an API key does not tell.';
    return warn('account', `The account ${accountSid} is that of ${source}, without the token that verifies webhooks.`, advice);
  } catch (error) {
    return warn('account', (error as Error).message, '`ringback line` needs it; everything else does without.');
  }
}

async function checkTunnels(surroundings: Surroundings): Promise<DoctorFinding> {
  const tunnels = await listTunnels(surroundings);
  const there = tunnels.filter(({ missing }) => missing === undefined).map(({ name }) => name);
  if (there.length > 0) return good('tunnel', `A tunnel can be opened by ${there.join(' and by ')}.`);
  const missing = tunnels.map((tunnel) => tunnel.missing).join(', ');
  return warn(
    'tunnel',
    `No tunnel can be opened from here: ${missing}.`,
    'Install one for `ringback line`, or open one yourself and name it by --tunnel-url.',
  );
}

async function checkJournals({ folder }: Surroundings): Promise<readonly DoctorFinding[]> {
  const kept = await listJournals(journalFolder(folder));
  return Promise.all(
    kept.map(async ({ file, journal }) => {
      if (journal === undefined)
        return bad('line', `${file} is no journal of a line.`, 'Look whether it holds a URL that is to be put back.');
      if (await isOpen(journal)) return good('line', `A line is open since ${journal.since}.`);
      return bad(
        'line',
        `A line that was opened at ${journal.since} was broken off, and its URLs stand at Twilio.`,
        '`ringback line restore` puts the old ones back.',
      );
    }),
  );
}

/** The URL that a line of this project is open at: what it leads to is the set-up to look at. */
export async function findOpenUrl(folder: string): Promise<string | undefined> {
  for (const { journal } of await listJournals(journalFolder(folder))) {
    if (journal !== undefined && (await isOpen(journal))) return journal.changes[0]?.after;
  }
  return undefined;
}
