import { nearestName } from '../twiml/did-you-mean.js';
import { EmulatorError } from './emulator-error.js';
import {
  type ApplicationSettings,
  type NumberSettings,
  readSipDomain,
  readVoiceSettings,
  type SipDomainSettings,
  type VoiceSettings,
} from './numbers.js';
import type { EmulatorOptions } from './options.js';
import { completeUrl } from './wire/web-url.js';
import type { World } from './world.js';

/** Our numbers, applications and SIP domains: who answers what. */
export class Directory {
  readonly numbers = new Map<string, NumberSettings>();
  readonly applications = new Map<string, ApplicationSettings>();
  readonly sipDomains = new Map<string, SipDomainSettings>();
  readonly #world: World;

  constructor({ numbers = {}, applications = {}, sipDomains = {} }: EmulatorOptions, world: World) {
    this.#world = world;
    for (const [address, settings] of Object.entries(numbers)) {
      this.numbers.set(address, typeof settings === 'string' ? { voiceUrl: settings, smsUrl: settings } : settings);
    }
    for (const [sid, settings] of Object.entries(applications)) this.applications.set(sid, settings);
    for (const [domain, settings] of Object.entries(sipDomains)) this.sipDomains.set(domain.toLowerCase(), settings);
  }

  /** What answers the calls to an address. @throws EmulatorError when nothing does. */
  findVoice(address: string): VoiceSettings {
    const domain = /^sips?:[^@]*@([^;:?]+)/i.exec(address)?.[1]?.toLowerCase();
    const sip = domain === undefined ? undefined : this.sipDomains.get(domain);
    if (domain !== undefined && sip !== undefined) return readSipDomain(domain, sip);
    if (/^AP[0-9a-fA-F]{32}$/.test(address)) return this.findApplication(address);
    const number = this.numbers.get(address);
    if (number === undefined) throw this.unknown(address);
    return number.voiceApplicationSid === undefined ? readVoiceSettings(number) : this.findApplication(number.voiceApplicationSid);
  }

  /** Whether one of our numbers has that address, and something that answers calls to it. */
  hasVoice(address: string): boolean {
    const number = this.numbers.get(address);
    const settings = number?.voiceApplicationSid === undefined ? number : this.applications.get(number.voiceApplicationSid);
    return (settings?.voiceUrl ?? '') !== '';
  }

  /** The settings of a TwiML application. @throws EmulatorError when there is none of that SID. */
  findApplication(sid: string): VoiceSettings {
    const application = this.applications.get(sid);
    if (application !== undefined) return { ...readVoiceSettings(application), applicationSid: sid };
    throw new EmulatorError('EMULATOR_UNKNOWN_NUMBER', `There is no TwiML application ${sid}: name it in the option applications.`);
  }

  /** A URL of the settings, made absolute. */
  resolve(url: string): string {
    return completeUrl(url, `${this.#world.settings.publicUrl}/`);
  }

  /** The error of whoever calls or writes to what is none of ours. */
  unknown(address: string): EmulatorError {
    const known = [...this.numbers.keys(), ...this.sipDomains.keys()];
    const near = nearestName(address, known);
    const hint = near === undefined ? `there are ${known.join(', ') || 'none'}` : `did you mean ${near}?`;
    return new EmulatorError('EMULATOR_UNKNOWN_NUMBER', `${address} is not one of the emulator's numbers; ${hint}`);
  }
}
