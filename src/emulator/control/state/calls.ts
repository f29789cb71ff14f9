import type { Heard } from '../../calls/heard.js';
import type { Leg } from '../../calls/leg.js';
import { isOver } from '../../calls/names.js';
import type { CallEvent } from '../../events.js';
import type { World } from '../../world.js';
import type { CallState } from '../protocol.js';

/** How many calls are told of. */
const MOST_CALLS = 500;

/** Tells of the calls that events are of, so that those of a session file are like those of now. */
export function describeCalls(world: World): readonly CallState[] {
  const events = new Map<string, CallEvent[]>();
  const heard = new Map<string, Heard[]>();
  for (const event of world.log.events) {
    if (event.type === 'call') addTo(events, event.callSid, event);
    if (event.type === 'heard') addTo(heard, event.callSid, event.heard);
  }
  return [...events].slice(-MOST_CALLS).map(([sid, own]) => describeCall(world, sid, own, heard.get(sid) ?? []));
}

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function describeCall(world: World, sid: string, events: readonly CallEvent[], heard: readonly Heard[]): CallState {
  const { at: createdAt, direction, from, to, parentCallSid, originCallSid } = events[0] as CallEvent;
  const { status } = events.at(-1) as CallEvent;
  const answeredAt = events.find((event) => event.status === 'in-progress')?.at;
  const endedAt = events.find((event) => isOver(event.status))?.at;
  const leg = world.legs.get(sid);
  const phone = leg !== undefined || originCallSid !== undefined ? leg?.phone?.address : direction === 'inbound' ? from : to;
  return {
    ...{ sid, direction, from, to, status, createdAt },
    ...(phone !== undefined && { phone }),
    ...(parentCallSid !== undefined && { parentCallSid }),
    ...(answeredAt !== undefined && { answeredAt }),
    ...(endedAt !== undefined && { endedAt }),
    heard: leg?.ear.heard ?? heard.toSorted((one, other) => one.at - other.at),
    listens: {
      keys: leg !== undefined && !leg.isOver && leg.line.isHeard('key'),
      speech: leg !== undefined && !leg.isOver && leg.line.isHeard('speech'),
      sound: leg !== undefined && !leg.isOver && leg.line.carriesSound,
    },
    hasAudio: leg !== undefined && !leg.tape.isEmpty,
    ...(leg === undefined ? { isRecorded: false, places: [] } : describePlace(world, leg)),
  };
}

/** Where a call is, beside its document. */
function describePlace(world: World, leg: Leg): Pick<CallState, 'isRecorded' | 'conference' | 'queue' | 'places'> {
  const conference = [...world.conferences.values()].find(({ status, participants }) => status !== 'completed' && participants.has(leg));
  const queue = [...world.queues.values()].find(({ members }) => members.some((member) => member.leg === leg));
  return {
    isRecorded:
      !leg.isOver && [...world.recordings.values()].some((recording) => recording.leg === leg && recording.status === 'in-progress'),
    ...(conference !== undefined && { conference: conference.name }),
    ...(queue !== undefined && { queue: queue.name }),
    places: [...leg.places].map(({ sid, name }) => ({ sid, type: sid.startsWith('QU') ? 'queue' : 'conference', name })),
  };
}
