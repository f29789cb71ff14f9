import { bareAddress, channelOf, isShortCode, isTollFree } from './channel.js';

/** What a keyword asks for. */
export type OptOutType = 'STOP' | 'START' | 'HELP';

/** Twilio's keywords for long codes: https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out */
const KEYWORDS: Readonly<Record<OptOutType, readonly string[]>> = {
  STOP: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
  START: ['START', 'YES', 'UNSTOP'],
  HELP: ['HELP', 'INFO'],
};

/** Toll-free numbers are looked after by the network, which knows fewer. */
const TOLL_FREE_KEYWORDS: Readonly<Record<OptOutType, readonly string[]>> = { STOP: ['STOP'], START: ['START', 'UNSTOP'], HELP: ['HELP'] };

/** The words that are answered. They are not Twilio's, which depend on the country. */
const REPLIES: Readonly<Record<OptOutType, string>> = {
  STOP: 'You will get no more messages from this number. Reply START to get them again.',
  START: 'You will get messages from this number again. Reply HELP for help, STOP to end.',
  HELP: 'Reply STOP to get no more messages.',
};

/** Keywords and replies of one kind, in Advanced Opt-Out of a Messaging Service. */
export interface OptOutWords {
  readonly keywords?: readonly string[] | undefined;
  readonly reply?: string | undefined;
}

/** Advanced Opt-Out of a Messaging Service: own keywords and replies. What is left out is as usual. */
export interface AdvancedOptOut {
  readonly stop?: OptOutWords | undefined;
  readonly start?: OptOutWords | undefined;
  readonly help?: OptOutWords | undefined;
}

/** A keyword that somebody wrote, and what Twilio answers. */
export interface Recognised {
  readonly type: OptOutType;
  readonly reply: string;
}

const NAMES = { STOP: 'stop', START: 'start', HELP: 'help' } as const satisfies Readonly<Record<OptOutType, keyof AdvancedOptOut>>;

/** Recognises a keyword. It has to be the whole text; case and space around it do not matter. */
export function recogniseKeyword(text: string, ours: string, advanced?: AdvancedOptOut): Recognised | undefined {
  const channel = channelOf(ours);
  if (advanced === undefined && ((channel !== 'sms' && channel !== 'rcs') || isShortCode(ours))) return undefined;
  const word = text.trim().toUpperCase();
  for (const type of ['STOP', 'START', 'HELP'] as const) {
    const { keywords, reply } = advanced?.[NAMES[type]] ?? {};
    const usual = isTollFree(ours) ? TOLL_FREE_KEYWORDS[type] : KEYWORDS[type];
    if ((keywords ?? usual).some((keyword) => keyword.toUpperCase() === word)) return { type, reply: reply ?? REPLIES[type] };
  }
  return undefined;
}

/** Who wants no more messages from whom. */
export class OptOuts {
  readonly #blocks = new Set<string>();

  /** @param sender - Our number, or the Messaging Service whose pool it is in: a block is of the whole pool. */
  isBlocked(sender: string, person: string): boolean {
    return this.#blocks.has(keyOf(sender, person));
  }

  /** Our number or service, and the person, of each. */
  get blocks(): readonly { readonly sender: string; readonly person: string }[] {
    return [...this.#blocks].map((key) => {
      const [sender = '', person = ''] = key.split(' ');
      return { sender, person };
    });
  }

  block(sender: string, person: string): void {
    this.#blocks.add(keyOf(sender, person));
  }

  unblock(sender: string, person: string): void {
    this.#blocks.delete(keyOf(sender, person));
  }
}

/** SMS, MMS and RCS share a block; of other channels each has its own. */
function keyOf(sender: string, person: string): string {
  const channel = channelOf(person);
  return `${sender} ${channel === 'rcs' ? bareAddress(person) : person}`;
}
