import { isLoopback } from '../../delivery/loopback.js';
import { TEST_AUTH_TOKEN } from '../../fixtures/test-auth-token.js';
import { joinUrl, splitUrl, type UrlParts } from '../../request/urls.js';
import { bad, type DoctorFinding, good, warn } from './finding.js';
import { type Answered, isRefused, isTaken, type Patient, sendWebhook, type Variation } from './patient.js';

/** A token that no account has. */
const WRONG_TOKEN = 'ffffffffffffffffffffffffffffffff';

/** Whether the server tells a webhook of Twilio's from one of anybody: it must refuse what another token has signed. */
export async function checkForged(patient: Patient): Promise<DoctorFinding> {
  const answer = await sendWebhook(patient, { authToken: WRONG_TOKEN });
  if (isRefused(answer)) return good('forged', 'What another token has signed is refused.');
  if (isTaken(answer)) {
    const advice = 'Verify the signature before anything else: `webhook()` does, and so does verifySignature of ringback/signature.';
    return bad('forged', 'What another token has signed is taken: anybody can send this server webhooks.', advice);
  }
  const came = answer.status === undefined ? answer.failure : `it answers ${answer.status}`;
  return warn('forged', `Whether a wrong signature is refused cannot be told: ${came}.`, 'A refusal is an answer of 403.');
}

/** Whether an answer such as 400 is the handler's own: a wrong signature is refused in another way. */
export async function isLetIn({ status }: Answered, patient: Patient): Promise<boolean> {
  const forged = await sendWebhook(patient, { authToken: WRONG_TOKEN });
  return isRefused(forged) && forged.status !== status;
}

/** What a server goes by that takes a webhook only when it is signed so. */
interface Suspicion {
  readonly variation: Variation;
  readonly message: string;
  readonly advice: string;
}

/** Finds out why a server refuses what is signed as Twilio would: by what it takes instead. */
export async function diagnoseRefusal(patient: Patient): Promise<DoctorFinding> {
  for (const { variation, message, advice } of listSuspicions(patient)) {
    if (isTaken(await sendWebhook(patient, variation))) return bad('signature', message, advice);
  }
  const first =
    URL.canParse(patient.publicUrl) && isLoopback(new URL(patient.publicUrl))
      ? 'Does it go by a public URL, such as that of publicUrl? Then give that by --as.'
      : 'Look whether publicUrl is what Twilio was given.';
  const advice = `${first} Is TWILIO_AUTH_TOKEN the same here and there? The server’s log, or \`ringback record --keep\` and \`ringback explain\`, tell more.`;
  return bad('signature', 'The server refuses what is signed as Twilio would, and none of the usual reasons explains it.', advice);
}

const PUBLIC_URL =
  'Set publicUrl to scheme and host of the URL that Twilio calls, or trust the proxy’s X-Forwarded-Proto and X-Forwarded-Host.';

function listSuspicions(patient: Patient): readonly Suspicion[] {
  const { publicUrl } = patient;
  const parts = splitUrl(publicUrl);
  if (parts === undefined) return [];
  return [
    {
      variation: { authToken: TEST_AUTH_TOKEN },
      message: 'The server has the test token, and not this one.',
      advice: 'Set TWILIO_AUTH_TOKEN where the server runs, and start it again.',
    },
    {
      variation: { withoutBody: true },
      message: 'The server checks the signature as if there were no parameters: it has not read the body by then.',
      advice: 'Let a form be parsed before the check (express.urlencoded), or let the check have the raw body, as `webhook()` does.',
    },
    ...listUrls(patient, parts),
  ];
}

/** URLs that a server may take itself for. */
function listUrls({ target, innerUrl, publicUrl }: Patient, parts: UrlParts): readonly Suspicion[] {
  const suspect = (signedUrl: string, message: string, advice: string): Suspicion => ({ variation: { signedUrl }, message, advice });
  const other = parts.scheme.toLowerCase() === 'https' ? 'http' : 'https';
  const path = `${parts.path}${parts.query}`;
  const inner = [...new Set([target.origin, ...(innerUrl === undefined ? [] : [new URL(innerUrl).origin]), ...LOCAL_ORIGINS])];
  const prefix = /^\/[^/]+(?=\/)/.exec(parts.path)?.[0];
  const slash = parts.path.endsWith('/') ? parts.path.slice(0, -1) : `${parts.path}/`;
  return [
    suspect(
      joinUrl({ ...parts, scheme: other }),
      `The server takes the URL for ${other}, and Twilio calls ${parts.scheme}: what ends TLS stands before it.`,
      PUBLIC_URL,
    ),
    suspect(
      joinUrl({ ...parts, path: slash }),
      'The server checks the path with another end: a slash that Twilio was not given, or lacks.',
      'Give Twilio the path as the server sees it.',
    ),
    ...(prefix === undefined
      ? []
      : [
          suspect(
            joinUrl({ ...parts, path: parts.path.slice(prefix.length) }),
            `The server checks the path without ${prefix}: a proxy or a router takes it away.`,
            'Check the URL that Twilio was given: publicUrl may have a path, and frameworks tell the original one.',
          ),
        ]),
    ...(parts.query === ''
      ? []
      : [
          suspect(
            joinUrl({ ...parts, query: '' }),
            'The server checks the URL without its query.',
            'Check the whole URL, with the query as it came.',
          ),
        ]),
    ...inner
      .filter((origin) => new URL(publicUrl).origin !== origin)
      .map((origin) =>
        suspect(`${origin}${path}`, `The server takes itself for ${origin}, and Twilio calls ${new URL(publicUrl).origin}.`, PUBLIC_URL),
      ),
  ];
}

/** What servers in development take themselves for behind a tunnel that writes the `Host` anew. */
const LOCAL_ORIGINS: readonly string[] = [3000, 8080, 8000, 5000, 4000].map((port) => `http://localhost:${port}`);

/** Whether a stranger can choose the URL that is checked, by a header that only a proxy should set. */
export async function checkProxyHeaders(patient: Patient): Promise<DoctorFinding> {
  const { publicUrl } = patient;
  const origin = 'https://doctor.ringback.invalid';
  const signedUrl = publicUrl.replace(/^[a-z]+:\/\/[^/?#]*/i, origin);
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': new URL(origin).host };
  if (!isTaken(await sendWebhook(patient, { signedUrl, headers }))) {
    return good('proxy-headers', 'An X-Forwarded-Host that a stranger sends is not believed.');
  }
  const advice = 'Set publicUrl, and no trustForwarded, where the server can be reached without its proxy.';
  const message = 'The server believes the X-Forwarded-Host that anybody sends: a webhook that was caught elsewhere could be sent here.';
  // On this machine there is nothing between that would take the header away, as a tunnel does.
  return isLoopback(new URL(patient.target)) ? warn('proxy-headers', message, advice) : bad('proxy-headers', message, advice);
}
