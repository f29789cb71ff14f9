import type { TwimlNode } from '../../../twiml/node.js';
import { Interruption } from '../../calls/scope.js';
import { resolveIn } from '../../documents/document.js';
import type { Next } from '../../documents/flow.js';
import { connectSocket } from '../../sockets/connect-socket.js';
import { type RelayEnd, RelaySession, type RelaySettings } from '../../sockets/relay-session.js';
import { WireFailure } from '../../wire/transport.js';
import { askInVain } from '../farewell.js';
import { actionOf, elementsIn, readFlag } from '../read.js';
import type { VerbContext } from '../verb.js';

/** Lets the caller talk with an agent of the application until the agent ends it, or the caller hangs up. */
export async function connectRelay(context: VerbContext, node: TwimlNode): Promise<Next> {
  const { leg, scope, document } = context;
  const { clock } = leg.world;
  const hasAction = context.node.attributes.action !== undefined;
  const begun = clock.now;
  let session: RelaySession | undefined;
  const action = (parameters: Record<string, string>) =>
    actionOf(context, 'voice.connect.conversation-relay', {
      SessionId: session?.sid ?? leg.world.chance.sid('VX'),
      SessionDuration: String(Math.round((clock.now - begun) / 1000)),
      ...parameters,
    });
  try {
    const socket = await scope.follow(connectSocket(resolveIn(document, node.attributes.url), leg));
    const end = await scope.wait<RelayEnd>((resolve) => {
      session = new RelaySession(leg, socket, readSettings(node), resolve);
      return () => session?.stop();
    });
    if (end.status === 'failed') leg.world.report({ twilioCode: end.code, severity: 'error', message: end.message }, [context.event]);
    return hasAction ? { go: action(describe(end)) } : undefined;
  } catch (error) {
    if (error instanceof WireFailure) {
      leg.world.report({ twilioCode: 64102, severity: 'error', message: `ConversationRelay cannot connect: ${error.message}.` }, [
        context.event,
      ]);
      return hasAction ? { go: action({ SessionStatus: 'failed', ErrorCode: '39001', ErrorMessage: error.message }) } : undefined;
    }
    if (error instanceof Interruption && error.reason === 'gone' && hasAction) askInVain(context, action({ SessionStatus: 'completed' }));
    throw error;
  }
}

function describe(end: RelayEnd): Record<string, string> {
  if (end.status === 'failed') return { SessionStatus: 'failed', ErrorCode: String(end.code), ErrorMessage: end.message };
  return { SessionStatus: 'ended', ...(end.handoffData !== undefined && { HandoffData: end.handoffData }) };
}

function readSettings(node: TwimlNode): RelaySettings {
  const { welcomeGreeting, welcomeGreetingInterruptible, interruptible, language, transcriptionLanguage } = node.attributes;
  return {
    welcomeGreeting: welcomeGreeting || undefined,
    isWelcomeInterruptible: !['none', 'false'].includes(welcomeGreetingInterruptible ?? 'any'),
    interruptible: readInterruptible(interruptible),
    detectsKeys: readFlag(node, 'dtmfDetection', false),
    sendsPartials: readFlag(node, 'partialPrompts', false),
    language: transcriptionLanguage ?? language ?? 'en-US',
    parameters: Object.fromEntries(
      elementsIn(node)
        .filter(({ tag }) => tag === 'Parameter')
        .map(({ attributes: { name = '', value = '' } }) => [name, value]),
    ),
  };
}

function readInterruptible(text = 'any'): RelaySettings['interruptible'] {
  if (text === 'none' || text === 'false') return 'none';
  return text === 'dtmf' || text === 'speech' ? text : 'any';
}
