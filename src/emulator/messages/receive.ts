import type { World } from '../world.js';
import { answerMessage } from './answer.js';
import { channelOf } from './channel.js';
import { readInboundSettings } from './inbound-settings.js';
import type { IncomingText } from './incoming.js';
import { incomingParameters } from './incoming-parameters.js';
import { keepMedia } from './media.js';
import { Message } from './message.js';
import type { MessagingService } from './messaging-service.js';
import { recogniseKeyword } from './opt-outs.js';
import { segmentsOf, sendMessage } from './send.js';

/** A message that has come in, and the promises of what it leads to. */
export interface Received {
  readonly message: Message;
  /** The application has answered. */
  readonly answered: Promise<void>;
  /** All that was sent in answer has come to an end. */
  readonly done: Promise<void>;
}

/** A message comes in for one of our senders: the application is asked, and what it answers is carried out. */
export function receiveMessage(world: World, text: IncomingText): Received {
  const messaging = world.messaging;
  const service = messaging.serviceOf(text.to);
  const message = makeMessage(world, text, service);
  messaging.conversation(text.from, text.to).wrote();
  const automatic = answerKeyword(world, message, service);
  const settings = readInboundSettings(world, text.to, service);
  if (settings.url === undefined && service !== undefined && service.settings.useInboundWebhookOnNumber !== true) {
    // Such a message is not even logged: https://www.twilio.com/docs/messaging/api/service-resource
    messaging.remove(message);
  }
  if (settings.url === undefined) {
    world.report({ severity: 'info', message: `Nobody answers messages to ${text.to}: there is no URL to ask.` }, message.causes);
    return { message, answered: Promise.resolve(), done: automatic.done };
  }
  if (automatic.isKeyword && world.settings.deviations.keywordWebhook === 'no') {
    return { message, answered: Promise.resolve(), done: automatic.done };
  }
  const parameters = { ...incomingParameters(world, message, text), ...automatic.parameters };
  const answer = answerMessage(world, { message, parameters, url: settings.url, fallback: settings.fallback });
  return { message, answered: answer.answered, done: Promise.all([automatic.done, answer.done]).then(() => undefined) };
}

function makeMessage(
  world: World,
  { from, to, body, media = [], causes = [] }: IncomingText,
  service: MessagingService | undefined,
): Message {
  const messaging = world.messaging;
  const message = new Message({
    sid: world.chance.sid(media.length > 0 ? 'MM' : 'SM'),
    direction: 'inbound',
    from,
    to,
    body,
    status: 'received',
    createdAt: world.clock.now,
    messagingServiceSid: service?.sid,
  });
  message.attach(keepMedia(world, message.sid, media));
  for (const medium of message.media) messaging.keepMedium(medium);
  message.segments = segmentsOf(message);
  message.sentAt = world.clock.now;
  message.causes = causes;
  message.causes = [messaging.note(message), ...causes];
  return message;
}

/** What Twilio has said of its own accord. */
interface AutomaticAnswer {
  readonly isKeyword: boolean;
  /** What the application is told of the keyword. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly done: Promise<void>;
}

/** Twilio itself answers the keywords of opting out and in. The application gets them all the same. */
function answerKeyword(world: World, { from, to, body, causes }: Message, service: MessagingService | undefined): AutomaticAnswer {
  const advanced = service?.settings.advancedOptOut;
  const keyword = recogniseKeyword(body, to, advanced === true ? {} : advanced);
  if (keyword === undefined) return { isKeyword: false, parameters: {}, done: Promise.resolve() };
  const { optOuts } = world.messaging;
  const sender = world.messaging.blockerOf(to);
  const wasBlocked = optOuts.isBlocked(sender, from);
  if (keyword.type === 'STOP') optOuts.block(sender, from);
  if (keyword.type === 'START') optOuts.unblock(sender, from);
  const parameters = advanced === undefined ? {} : { OptOutType: keyword.type };
  // A person who says yes in a talk is not told that they are subscribed; who is blocked gets no help.
  const isAnswered = (keyword.type === 'START') === wasBlocked;
  if (!isAnswered || channelOf(from) === 'messenger') return { isKeyword: true, parameters, done: Promise.resolve() };
  const { done } = sendMessage(world, { direction: 'outbound-reply', from: to, to: from, body: keyword.reply, isForced: true, causes });
  return { isKeyword: true, parameters, done };
}
