import type { TwimlNode } from '../../../twiml/node.js';
import { Interruption } from '../../calls/scope.js';
import { Conference } from '../../conferences/conference.js';
import { type LeaveReason, Participant } from '../../conferences/participant.js';
import type { ConferenceSettings, ParticipantSettings } from '../../conferences/settings.js';
import { resolveCallback, resolveIn } from '../../documents/document.js';
import type { Next } from '../../documents/flow.js';
import { readRecordingCallback } from '../../recordings/read-callback.js';
import { orFarewell } from '../farewell.js';
import { proceed, readFlag, readInteger, readList, readMethod, textOf } from '../read.js';
import type { VerbContext } from '../verb.js';

/** Twilio's limit: https://www.twilio.com/docs/voice/twiml/conference#maxparticipants */
const MOST_PARTICIPANTS = 250;

/** Puts the caller into a conference until they or somebody else takes them out. */
export async function dialConference(context: VerbContext, node: TwimlNode): Promise<Next> {
  const { world } = context.leg;
  // Of a conference the action is told little: there is no other leg.
  const next = (): Next => proceed(context, 'voice.dial', { DialCallStatus: 'answered', DialBridged: 'true' });
  const settings = readParticipant(context, node);
  const conference = world.findConference(textOf(node)) ?? new Conference(world, textOf(node), readConference(context, node));
  const problem = findProblem(conference, settings);
  if (problem !== undefined) {
    world.report({ ...problem, severity: 'error' }, [context.event]);
    return problem.twilioCode === 16025 ? undefined : next();
  }
  await orFarewell(context, () => takePart(context, conference, settings), next);
  return next();
}

async function takePart(context: VerbContext, conference: Conference, settings: ParticipantSettings): Promise<void> {
  const { leg, scope, node: dial, runDocuments } = context;
  const inside = scope.child();
  let reason: LeaveReason = 'participant_hung_up';
  let dismiss: (reason: LeaveReason) => void = () => undefined;
  const participant = new Participant(conference, leg, settings, {
    scope: inside,
    runDocuments,
    dismissed: (why) => dismiss(why),
  });
  const timeLimit = readInteger(dial, 'timeLimit', 0, 1) * 1000;
  try {
    await scope.wait<void>((resolve) => {
      dismiss = (why) => {
        reason = why;
        resolve();
      };
      conference.join(participant);
      participant.enter();
      const limit = timeLimit === 0 ? undefined : leg.world.clock.after(timeLimit, () => resolve());
      const onStar = readFlag(dial, 'hangupOnStar', false);
      const stop = onStar ? leg.line.listenForStar(resolve) : undefined;
      return () => {
        limit?.cancel();
        stop?.();
      };
    });
  } catch (error) {
    if (error instanceof Interruption && error.reason === 'updated') reason = 'participant_updated_via_api';
    throw error;
  } finally {
    participant.exit();
    inside.end('over');
    conference.leave(participant, reason, reason === 'participant_updated_via_api');
  }
}

function findProblem(
  conference: Conference,
  { label, coach }: ParticipantSettings,
): { readonly twilioCode: number; readonly message: string } | undefined {
  const all = [...conference.participants.values()];
  const name = JSON.stringify(conference.name);
  if (label !== undefined && all.some(({ settings }) => settings.label === label)) {
    return { twilioCode: 16025, message: `Somebody in the conference ${name} has the label ${JSON.stringify(label)} already.` };
  }
  if (all.length >= conference.settings.maxParticipants) {
    return { twilioCode: 16020, message: `The conference ${name} is full: it takes ${conference.settings.maxParticipants}.` };
  }
  if (coach !== undefined && !all.some(({ leg }) => leg.sid === coach)) {
    return { twilioCode: 13240, message: `<Conference coach> names a call that is not in the conference ${name}.` };
  }
  return undefined;
}

function readConference({ document, ...context }: VerbContext, node: TwimlNode): ConferenceSettings {
  const { statusCallback, eventCallbackUrl, record } = node.attributes;
  const told = resolveCallback(document, statusCallback);
  return {
    callback:
      told === undefined
        ? undefined
        : {
            url: told,
            method: readMethod(node, 'statusCallbackMethod', context.leg.world.settings.deviations.conferenceMethod),
            events: readList(node, 'statusCallbackEvent', ['start', 'end']),
          },
    maxParticipants: readInteger(node, 'maxParticipants', MOST_PARTICIPANTS, 2, MOST_PARTICIPANTS),
    recording:
      record?.trim() === 'record-from-start'
        ? {
            callback: readRecordingCallback({ ...context, document, node }),
            eventUrl: resolveCallback(document, eventCallbackUrl),
          }
        : undefined,
  };
}

function readParticipant({ document }: VerbContext, node: TwimlNode): ParticipantSettings {
  const { participantLabel, coach, beep } = node.attributes;
  return {
    label: participantLabel,
    coach: coach || undefined,
    isMuted: readFlag(node, 'muted', false),
    startsOnEnter: readFlag(node, 'startConferenceOnEnter', true),
    endsOnExit: readFlag(node, 'endConferenceOnExit', false),
    beep: beep ?? 'true',
    wait: readWait(document, node),
  };
}

function readWait(document: VerbContext['document'], node: TwimlNode): ParticipantSettings['wait'] {
  const { waitUrl } = node.attributes;
  if (waitUrl === undefined) return undefined;
  return waitUrl.trim() === '' ? '' : { url: resolveIn(document, waitUrl), method: readMethod(node, 'waitMethod') };
}
