/** The settings of a number for calls and messages, as an IncomingPhoneNumber has them: https://www.twilio.com/docs/phone-numbers/api */
export interface NumberSettings {
  /** Asked when a call comes in. Relative to `publicUrl`. */
  readonly voiceUrl?: string | undefined;
  /** @default 'POST' */
  readonly voiceMethod?: 'GET' | 'POST' | undefined;
  /** Asked when the other cannot be fetched or run. */
  readonly voiceFallbackUrl?: string | undefined;
  /** @default 'POST' */
  readonly voiceFallbackMethod?: 'GET' | 'POST' | undefined;
  /** Told when a call has ended. */
  readonly statusCallback?: string | undefined;
  /** @default 'POST' */
  readonly statusCallbackMethod?: 'GET' | 'POST' | undefined;
  /** Asked when a message comes in. */
  readonly smsUrl?: string | undefined;
  /** @default 'POST' */
  readonly smsMethod?: 'GET' | 'POST' | undefined;
  /** Asked when the other cannot be fetched or run. */
  readonly smsFallbackUrl?: string | undefined;
  /** @default 'POST' */
  readonly smsFallbackMethod?: 'GET' | 'POST' | undefined;
  /** The TwiML application whose settings count instead: the key of one of `applications`. */
  readonly voiceApplicationSid?: string | undefined;
  /** The TwiML application whose settings count for messages. */
  readonly smsApplicationSid?: string | undefined;
  readonly friendlyName?: string | undefined;
  /** Whether callers' registered names are looked up. @default false */
  readonly voiceCallerIdLookup?: boolean | undefined;
}

/** The settings of a TwiML application. */
export interface ApplicationSettings extends Omit<NumberSettings, 'voiceApplicationSid' | 'smsApplicationSid'> {
  /** Told of messages that the application sends. */
  readonly messageStatusCallback?: string | undefined;
}

/** The settings of a SIP domain. */
export interface SipDomainSettings {
  readonly voiceUrl?: string | undefined;
  readonly voiceMethod?: 'GET' | 'POST' | undefined;
  readonly voiceFallbackUrl?: string | undefined;
  readonly voiceFallbackMethod?: 'GET' | 'POST' | undefined;
  readonly voiceStatusCallbackUrl?: string | undefined;
  readonly voiceStatusCallbackMethod?: 'GET' | 'POST' | undefined;
}

/** What answers the calls to one address. URLs are as they were given. */
export interface VoiceSettings {
  readonly url: string | undefined;
  readonly method: 'GET' | 'POST';
  readonly fallbackUrl: string | undefined;
  readonly fallbackMethod: 'GET' | 'POST';
  readonly statusCallback: string | undefined;
  readonly statusCallbackMethod: 'GET' | 'POST';
  /** The TwiML application that the settings are of. */
  readonly applicationSid?: string;
  /** The SIP domain that they are of. */
  readonly sipDomain?: string;
}

/** Reads what answers calls out of the settings of a number or an application. */
export function readVoiceSettings(settings: NumberSettings | ApplicationSettings): VoiceSettings {
  return {
    url: settings.voiceUrl,
    method: settings.voiceMethod ?? 'POST',
    fallbackUrl: settings.voiceFallbackUrl,
    fallbackMethod: settings.voiceFallbackMethod ?? 'POST',
    statusCallback: settings.statusCallback,
    statusCallbackMethod: settings.statusCallbackMethod ?? 'POST',
  };
}

/** Reads what answers calls out of the settings of a SIP domain. */
export function readSipDomain(domain: string, settings: SipDomainSettings): VoiceSettings {
  return {
    url: settings.voiceUrl,
    method: settings.voiceMethod ?? 'POST',
    fallbackUrl: settings.voiceFallbackUrl,
    fallbackMethod: settings.voiceFallbackMethod ?? 'POST',
    statusCallback: settings.voiceStatusCallbackUrl,
    statusCallbackMethod: settings.voiceStatusCallbackMethod ?? 'POST',
    sipDomain: domain,
  };
}
