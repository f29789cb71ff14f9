import type { TwimlNode } from '../../../twiml/node.js';
import { resolveIn } from '../../documents/document.js';
import type { Next } from '../../documents/flow.js';
import { connectSocket } from '../../sockets/connect-socket.js';
import { type RelayEnd, RelaySession } from '../../sockets/relay-session.js';
import { findFault, readRelaySettings } from '../../sockets/relay-settings.js';
import { reportScheme } from '../../sockets/report-scheme.js';
import { WireFailure } from '../../wire/transport.js';
import { orFarewell } from '../farewell.js';
import { proceed } from '../read.js';
import type { VerbContext } from '../verb.js';

/** An upgrade carries its signature under this name too, as a live test saw it. */
const SECOND_SIGNATURE = 'x-amzn-bedrock-agentcore-runtime-custom-twilio-signature';

/** Lets the caller talk with an agent of the application until the agent ends it, or the caller hangs up. */
export async function connectRelay(context: VerbContext, node: TwimlNode): Promise<Next> {
  const { leg } = context;
  const { clock } = leg.world;
  const begun = clock.now;
  let session: RelaySession | undefined;
  const next = (parameters: Record<string, string>) =>
    proceed(context, 'voice.connect.conversation-relay', {
      SessionId: session?.sid ?? leg.world.chance.sid('VX'),
      SessionDuration: String(Math.round((clock.now - begun) / 1000)),
      ...parameters,
    });
  const hold = () =>
    talk(context, node, (begun) => {
      session = begun;
    });
  const end = await orFarewell(context, hold, () => next({ SessionStatus: 'completed' }));
  if (end.status === 'failed') report(context, end.code, end.message);
  return next(describe(end));
}

/** Holds a session. @throws Interruption when the caller hangs up. */
async function talk(context: VerbContext, node: TwimlNode, begun: (session: RelaySession) => void): Promise<RelayEnd | ConnectFailure> {
  const { leg, scope, document } = context;
  const { deviations } = leg.world.settings;
  const fault = findFault(node, deviations);
  if (fault !== undefined) return { status: 'failed', code: 64101, message: `${fault}.` };
  const url = resolveIn(document, node.attributes.url);
  reportScheme(url, context);
  try {
    const socket = await scope.follow(connectSocket(url, leg, SECOND_SIGNATURE));
    return await scope.wait<RelayEnd>((resolve) => {
      const session = new RelaySession(leg, socket, readRelaySettings(node), resolve);
      begun(session);
      return () => session.stop();
    });
  } catch (error) {
    if (!(error instanceof WireFailure)) throw error;
    const shown = error.phase === 'connect' ? deviations.relayUnreachable : '64102';
    return { status: 'failed', code: 64102, shown, message: `ConversationRelay cannot connect: ${error.message}.` };
  }
}

interface ConnectFailure {
  readonly status: 'failed';
  readonly code: number;
  /** The code that the action is told. */
  readonly shown: string;
  readonly message: string;
}

function report({ leg, event }: VerbContext, twilioCode: number, message: string): void {
  leg.world.report({ twilioCode, severity: 'error', message }, [event]);
}

function describe(end: RelayEnd | ConnectFailure): Record<string, string> {
  if (end.status === 'failed') {
    return { SessionStatus: 'failed', ErrorCode: String('shown' in end ? end.shown : end.code), ErrorMessage: end.message };
  }
  return { SessionStatus: 'ended', ...(end.handoffData !== undefined && { HandoffData: end.handoffData }) };
}
