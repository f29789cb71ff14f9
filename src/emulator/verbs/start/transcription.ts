import type { TwimlNode } from '../../../twiml/node.js';
import { resolveIn } from '../../documents/document.js';
import { sendCallback } from '../../wire/callbacks.js';
import type { Webhook } from '../../wire/webhook.js';
import { readFlag, readMethod } from '../read.js';
import type { VerbContext } from '../verb.js';
import type { Beside } from './beside.js';

/** Writes down what the caller says, and tells the application while it is said. */
export function startTranscription({ leg, document, event }: VerbContext, node: TwimlNode): Beside {
  const { world } = leg;
  const { name, statusCallbackUrl, track = 'both_tracks', languageCode = 'en-US', transcriptionEngine = 'google' } = node.attributes;
  const sid = world.chance.sid('GT');
  let sequence = 0;
  const tell = (kind: Webhook['kind'], transcriptionEvent: string, more: Readonly<Record<string, string>> = {}) => {
    if (statusCallbackUrl === undefined) return;
    sequence += 1;
    const parameters = {
      AccountSid: world.settings.accountSid,
      CallSid: leg.sid,
      TranscriptionSid: sid,
      Timestamp: new Date(world.clock.now).toISOString(),
      SequenceId: String(sequence),
      TranscriptionEvent: transcriptionEvent,
      ...more,
    };
    const url = resolveIn(document, statusCallbackUrl);
    const method = readMethod(node, 'statusCallbackMethod');
    sendCallback({ kind, url, method, parameters, callSid: leg.sid, jar: leg.jar, causes: [event], callbackCode: 94101 }, world);
  };
  const content = (transcript: string, isFinal: boolean, confidence?: number) =>
    tell('voice.transcription.content', 'transcription-content', {
      TranscriptionData: JSON.stringify({ transcript, ...(confidence !== undefined && { confidence }) }),
      Final: String(isFinal),
      Track: 'inbound_track',
      LanguageCode: languageCode,
      ...(!isFinal && { Stability: '0.8' }),
    });
  const partial = readFlag(node, 'partialResults', false);
  tell('voice.transcription.started', 'transcription-started', {
    TranscriptionEngine: transcriptionEngine,
    Track: track,
    LanguageCode: languageCode,
    PartialResults: String(partial),
    ...(name !== undefined && { Name: name }),
  });
  const stopListening = leg.line.tap({
    speech: ({ text, confidence, partials }) => {
      if (track === 'outbound_track') return;
      if (partial) for (const words of partials) content(words, false);
      content(text, true, confidence);
    },
  });
  return {
    tag: 'Transcription',
    name,
    sid,
    stop: () => {
      stopListening();
      tell('voice.transcription.stopped', 'transcription-stopped');
    },
  };
}
