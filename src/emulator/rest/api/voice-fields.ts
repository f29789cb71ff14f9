import type { ApplicationSettings, NumberSettings } from '../../numbers.js';
import type { World } from '../../world.js';

/** The URLs of a number or an application as the API shows them: absolute, with their methods. */
export function describeVoice({ directory }: World, settings: NumberSettings | ApplicationSettings): Readonly<Record<string, unknown>> {
  const url = (text: string | undefined) => (text === undefined ? null : directory.resolve(text));
  return {
    sms_fallback_method: settings.smsFallbackMethod ?? 'POST',
    sms_fallback_url: url(settings.smsFallbackUrl),
    sms_method: settings.smsMethod ?? 'POST',
    sms_url: url(settings.smsUrl),
    status_callback: url(settings.statusCallback),
    status_callback_method: settings.statusCallbackMethod ?? 'POST',
    voice_caller_id_lookup: settings.voiceCallerIdLookup ?? false,
    voice_fallback_method: settings.voiceFallbackMethod ?? 'POST',
    voice_fallback_url: url(settings.voiceFallbackUrl),
    voice_method: settings.voiceMethod ?? 'POST',
    voice_url: url(settings.voiceUrl),
  };
}
