import { hashDigits } from '../../fixtures/hash.js';
import type { WebhookKind } from '../../payloads/index.js';
import type { Phone } from '../phone.js';
import type { World } from '../world.js';
import { Leg } from './leg.js';
import { CallRun } from './run-call.js';
import { sipHeaderParameters } from './sip.js';

/** What a caller's telephone sends along. */
export interface CallOptions {
  /** The caller's registered name. */
  readonly displayName?: string | undefined;
  /** Headers of a SIP call, such as `X-Route-Id`. */
  readonly sipHeaders?: Readonly<Record<string, string>> | undefined;
  /** Parameters that a call of a Voice SDK hands over. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
}

/** A call to one of our numbers. */
export interface IncomingCall extends CallOptions {
  readonly from: string;
  readonly to: string;
  /** The caller's telephone, where a person calls. */
  readonly phone?: Phone | undefined;
  /** Our own call that comes in there, where no person calls. */
  readonly origin?: Leg | undefined;
}

/** Somebody calls one of our numbers: Twilio asks the application what to do. */
export function placeIncomingCall(world: World, { from, to, phone, origin, ...options }: IncomingCall): Leg {
  const settings = world.directory.findVoice(to);
  const isSip = settings.sipDomain !== undefined;
  const isClient = from.startsWith('client:');
  // A client calls an application, and its To is what the client says.
  const called = isClient && settings.applicationSid === to ? (options.parameters?.To ?? '') : to;
  const leg = new Leg(world, {
    direction: 'inbound',
    from,
    to: called,
    status: 'ringing',
    phone,
    origin,
    progress:
      settings.statusCallback === undefined
        ? undefined
        : {
            url: world.directory.resolve(settings.statusCallback),
            method: settings.statusCallbackMethod,
            events: ['completed'],
          },
    fallback:
      settings.fallbackUrl === undefined
        ? undefined
        : {
            url: world.directory.resolve(settings.fallbackUrl),
            method: settings.fallbackMethod,
          },
    extra: {
      ...(settings.applicationSid !== undefined && { ApplicationSid: settings.applicationSid }),
      ...(options.displayName !== undefined && { CallerName: options.displayName }),
      ...(isSip && sipParameters(world, settings.sipDomain ?? '', options)),
      ...(isClient && options.parameters),
    },
  });
  const kind = isSip ? 'voice.incoming.sip-domain' : (KINDS[from.split(':', 1)[0] ?? ''] ?? 'voice.incoming');
  const isPhone = from.startsWith('+');
  if (settings.url === undefined) {
    world.report({ severity: 'error', message: `${to} has no voiceUrl: nobody can say what to do with the call.` });
    world.clock.after(0, () => leg.end('failed'));
    return leg;
  }
  void leg.begin(new CallRun(leg), {
    kind,
    url: world.directory.resolve(settings.url),
    method: settings.method,
    parameters: {
      ...(isPhone && { StirVerstat: 'TN-Validation-Passed-A' }),
      // It may be long, so that it does not go into a query.
      ...(isPhone && settings.method === 'POST' && { CallToken: makeCallToken(world) }),
    },
  });
  return leg;
}

/** What the first request is of, by how the caller's address begins. */
const KINDS: Readonly<Record<string, WebhookKind>> = { client: 'voice.incoming.client', whatsapp: 'voice.incoming.whatsapp' };

function sipParameters(world: World, domain: string, { sipHeaders }: CallOptions): Record<string, string> {
  const headers = sipHeaderParameters('SipHeader_', sipHeaders);
  const SipDomainSid = `SD${hashDigits(domain, 0)}`;
  return { SipDomain: domain, SipDomainSid, SipCallId: world.chance.digits('sip-call-id'), SipSourceIp: '127.0.0.1', ...headers };
}

function makeCallToken(world: World): string {
  return encodeURIComponent(JSON.stringify({ parentCallInfoToken: world.chance.digits('call-token'), identityHeaderTokens: [] }));
}
