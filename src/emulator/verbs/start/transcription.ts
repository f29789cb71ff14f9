import type { TwimlNode } from '../../../twiml/node.js';
import type { Webhook } from '../../wire/webhook.js';
import { readFlag } from '../read.js';
import { tell } from '../tell.js';
import type { VerbContext } from '../verb.js';
import type { Beside } from './beside.js';

/** Writes down what the caller says, and tells the application while it is said. */
export function startTranscription(context: VerbContext, node: TwimlNode): Beside {
  const { leg } = context;
  const { world } = leg;
  const { name, track = 'both_tracks', languageCode = 'en-US', transcriptionEngine = 'google' } = node.attributes;
  const sid = world.chance.sid('GT');
  let sequence = 0;
  const report = (kind: Webhook['kind'], transcriptionEvent: string, more: Readonly<Record<string, string>> = {}) => {
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
    tell(context, node, { kind, attribute: 'statusCallbackUrl', parameters, callbackCode: 94101 });
  };
  const content = (transcript: string, isFinal: boolean, confidence?: number) =>
    report('voice.transcription.content', 'transcription-content', {
      TranscriptionData: JSON.stringify({ transcript, ...(confidence !== undefined && { confidence }) }),
      Final: String(isFinal),
      Track: 'inbound_track',
      LanguageCode: languageCode,
      ...(!isFinal && { Stability: '0.8' }),
    });
  const partial = readFlag(node, 'partialResults', false);
  const { inboundTrackLabel, outboundTrackLabel } = node.attributes;
  report('voice.transcription.started', 'transcription-started', {
    ProviderConfiguration: describeProvider(node),
    TranscriptionEngine: transcriptionEngine,
    Track: track,
    LanguageCode: languageCode,
    PartialResults: String(partial),
    ...(name !== undefined && { Name: name }),
    ...(inboundTrackLabel !== undefined && { InboundTrackLabel: inboundTrackLabel }),
    ...(outboundTrackLabel !== undefined && { OutboundTrackLabel: outboundTrackLabel }),
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
      report('voice.transcription.stopped', 'transcription-stopped');
    },
  };
}

/** How the provider was set up, as JSON whose values are all text. */
function describeProvider(node: TwimlNode): string {
  const { speechModel, hints } = node.attributes;
  return JSON.stringify({
    profanityFilter: String(readFlag(node, 'profanityFilter', true)),
    ...(speechModel !== undefined && { speechModel }),
    enableAutomaticPunctuation: String(readFlag(node, 'enableAutomaticPunctuation', true)),
    ...(hints !== undefined && { hints }),
  });
}
