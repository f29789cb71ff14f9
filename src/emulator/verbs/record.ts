import { resolveCallback } from '../documents/document.js';
import { readRecordingCallback } from '../recordings/read-callback.js';
import { Recording } from '../recordings/recording.js';
import { Transcriptions } from '../recordings/transcription.js';
import { orFarewell } from './farewell.js';
import { actionOf, readFlag, readInteger } from './read.js';
import { sound } from './sound.js';
import { tell } from './tell.js';
import type { Verb, VerbContext } from './verb.js';

const BEEP_MS = 500;

/** A key, or what else ended a recording; `undefined`: silence, or its greatest length. */
type Ending = string | undefined;

/** Records what the caller says, and asks the application, even when the caller hangs up. */
export const record: Verb = {
  tag: 'Record',
  async run(context) {
    const { leg, scope, node } = context;
    // Where there is nothing to ask, nothing is recorded.
    const target = actionOf(context, 'voice.record');
    let recording: Recording | undefined;
    // Whoever hangs up during the beep leaves a recording in which there is nothing.
    const begin = () => {
      recording ??= new Recording(leg.world, {
        source: 'RecordVerb',
        channels: 1,
        leg,
        callback: readRecordingCallback(context),
        causes: [context.event],
      });
      return recording;
    };
    const ask = (digits?: string) => {
      const made = begin();
      made.end();
      return { go: { ...target, parameters: { ...made.parameters, ...(digits !== undefined && { Digits: digits }) } } };
    };
    const hear = async () => {
      if (readFlag(node, 'playBeep', true)) await sound(leg, scope, { type: 'beep' }, BEEP_MS);
      const made = begin();
      const silence = leg.ear.begin({ type: 'silence' });
      return listen(context, made).finally(() => silence.end());
    };
    try {
      const digits = await orFarewell(context, hear, (reason) => {
        if (reason !== 'gone') return ask();
        return recording === undefined && leg.world.settings.deviations.beepHangUp === 'not-asked' ? undefined : ask('hangup');
      });
      const isSilent = digits === undefined && !begin().hasSound;
      return isSilent && leg.world.settings.deviations.silentRecord === 'next-verb' ? undefined : ask(digits);
    } finally {
      recording?.end();
      if (recording !== undefined) transcribe(context, recording);
    }
  },
};

/** Waits until a key, silence or the greatest length ends the recording. */
function listen({ leg, scope, node }: VerbContext, recording: Recording): Promise<Ending> {
  const { clock } = leg.world;
  const finishOnKey = node.attributes.finishOnKey ?? '1234567890*#';
  const silenceMs = readInteger(node, 'timeout', 5) * 1000;
  const longest = readInteger(node, 'maxLength', readFlag(node, 'transcribe', false) ? 120 : 3600, 1);
  // Calls of the Voice SDKs are recorded for ten minutes at most: https://www.twilio.com/docs/voice/twiml/record#maxlength
  const seconds = leg.from.startsWith('client:') ? Math.min(longest, 600) : longest;
  return scope.wait<Ending>((resolve) => {
    const end = clock.after(seconds * 1000, () => resolve(undefined));
    const waitForSilence = () => (silenceMs === 0 ? undefined : clock.after(silenceMs, () => resolve(undefined)));
    let silence = waitForSilence();
    let stopSound: (() => void) | undefined;
    const stopListening = leg.line.listen({
      key: (key) => {
        if (finishOnKey.includes(key)) resolve(key);
      },
      speechStart: () => silence?.cancel(),
      speech: (speech) => {
        recording.hear(speech);
        silence = waitForSilence();
      },
      sound: ({ ear, heard }) => {
        silence?.cancel();
        recording.hasSound = true;
        stopSound = ear.onEnd(heard, () => {
          silence = waitForSilence();
        });
      },
    });
    return () => {
      stopListening();
      stopSound?.();
      end.cancel();
      silence?.cancel();
    };
  });
}

/** Has it written down, and tells that later where it was asked for: https://www.twilio.com/docs/voice/twiml/record#transcribecallback */
function transcribe(context: VerbContext, recording: Recording): void {
  const { leg, node } = context;
  const isTranscribed = readFlag(node, 'transcribe', false) && recording.seconds >= 2 && recording.seconds <= 120;
  if (!isTranscribed) return;
  const transcription = leg.world.part(Transcriptions).begin(leg.world, recording);
  const url = resolveCallback(context.document, node.attributes.transcribeCallback);
  if (url === undefined) return;
  const report = () => {
    const parameters = {
      ...leg.parameters(),
      TranscriptionSid: transcription.sid,
      TranscriptionText: transcription.text,
      TranscriptionStatus: transcription.status,
      TranscriptionUrl: transcription.url,
      TranscriptionType: 'fast',
      RecordingSid: recording.sid,
      RecordingUrl: recording.url,
      url,
    };
    tell(context, node, { kind: 'voice.transcribe', attribute: 'transcribeCallback', parameters });
  };
  void transcription.done.then(report);
}
