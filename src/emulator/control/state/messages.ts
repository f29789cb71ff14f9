import type { MessageEvent } from '../../events.js';
import type { Message } from '../../messages/message.js';
import { countSegments } from '../../messages/segments.js';
import type { World } from '../../world.js';
import type { MediumState, MessageState } from '../protocol.js';

/** How many messages are told of. */
const MOST_MESSAGES = 2000;

/** Tells of the messages that events are of, so that those of a session file are like those of now. */
export function describeMessages(world: World): readonly MessageState[] {
  const events = new Map<string, { readonly first: MessageEvent; last: MessageEvent }>();
  for (const event of world.log.events) {
    if (event.type !== 'message') continue;
    const known = events.get(event.messageSid);
    if (known === undefined) events.set(event.messageSid, { first: event, last: event });
    else known.last = event;
  }
  return [...events.values()].slice(-MOST_MESSAGES).map(({ first, last }) => describeMessage(world, first, last));
}

function describeMessage(world: World, first: MessageEvent, last: MessageEvent): MessageState {
  const { messageSid: sid, direction, status, from, to, body, errorCode } = last;
  const message = world.messaging.find(sid);
  const { encoding, segments, forcedBy } = countSegments(body);
  const isInbound = direction === 'inbound';
  return {
    ...{ sid, phone: isInbound ? from : to, number: isInbound ? to : from, direction, status, body },
    ...(errorCode !== undefined && { errorCode }),
    media: world.messaging.mediaOf(sid).map(describeMedium),
    buttons: world.messaging.buttonsOf(sid),
    segments: { encoding, count: segments, ...(forcedBy !== undefined && { forcedBy }) },
    createdAt: first.at,
    updatedAt: last.at,
    canBeRead: message?.onRead !== undefined,
    seq: first.seq,
  };
}

function describeMedium({ sid, contentType, content }: Message['media'][number]): MediumState {
  return { sid, contentType, bytes: content.length, ...(content.length > 0 && { path: `/control/media/${sid}` }) };
}
