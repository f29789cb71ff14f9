import type { WebhookKind } from '../../payloads/index.js';
import { isElement, type TwimlNode } from '../../twiml/node.js';
import { type Document, resolveIn } from '../documents/document.js';
import { readOutcome } from '../documents/read-document.js';
import { VerbFailure } from '../documents/verb-failure.js';
import { readMethod, textOf } from '../verbs/read.js';
import { isWebUrl, withoutFragment } from '../wire/web-url.js';
import type { Parameters } from '../wire/webhook.js';
import { sendWebhook } from '../wire/wire.js';
import type { World } from '../world.js';
import { channelOf, isAlphanumericSender, isRecipient } from './channel.js';
import { guard } from './guard.js';
import type { Message, StatusAddress } from './message.js';
import { type Sent, sendMessage } from './send.js';
import { statusParameters } from './status-callback.js';

/** How many documents may follow one another: https://www.twilio.com/docs/api/errors/14106 */
const MOST_DOCUMENTS = 50;

/** How many messages may answer one: https://www.twilio.com/docs/api/errors/14109 */
const MOST_MESSAGES = 10;

/** How many files go with one message. */
const MOST_MEDIA = 10;

/** The most that one message holds. */
const LONGEST_BODY = 1600;

/** A message that is to be answered. */
export interface Question {
  readonly message: Message;
  readonly parameters: Parameters;
  readonly url: StatusAddress;
  readonly fallback: StatusAddress | undefined;
}

/** What comes of asking. */
export interface Answer {
  /** The application has answered. */
  readonly answered: Promise<void>;
  /** All that it sends has come to an end. */
  readonly done: Promise<void>;
}

/** Asks the application what to do with a message, and carries it out. */
export function answerMessage(world: World, question: Question): Answer {
  const session = new Session(world, question);
  const answered = guard(world, session.run());
  return { answered, done: answered.then(() => session.finish()) };
}

/** A webhook that asks for the next document. */
interface Target extends StatusAddress {
  readonly kind: WebhookKind;
  readonly parameters: Parameters;
  readonly causes: readonly number[];
}

const KINDS = {
  sms: 'messaging.incoming',
  whatsapp: 'messaging.incoming.whatsapp',
  rcs: 'messaging.incoming.rcs',
  messenger: 'messaging.incoming.messenger',
} as const satisfies Readonly<Record<string, WebhookKind>>;

/** The documents that answer one message, one after the other. */
class Session {
  readonly #world: World;
  readonly #question: Question;
  readonly #sent: Sent[] = [];
  #documents = 0;
  #messages = 0;
  #hasFallenBack = false;

  constructor(world: World, question: Question) {
    this.#world = world;
    this.#question = question;
  }

  async run(): Promise<void> {
    const { message, url, parameters } = this.#question;
    let next: Target | undefined = { kind: KINDS[channelOf(message.to)], ...url, parameters, causes: message.causes };
    while (next !== undefined) {
      const target: Target = next;
      try {
        next = this.#runDocument(await this.#fetch(target));
      } catch (error) {
        if (!(error instanceof VerbFailure)) throw error;
        next = this.#findFallback(error, target);
      }
    }
  }

  /** Waits until all that was sent has come to an end. */
  async finish(): Promise<void> {
    await Promise.all(this.#sent.map(({ done }) => done));
  }

  async #fetch(target: Target): Promise<Document> {
    this.#documents += 1;
    if (this.#documents > MOST_DOCUMENTS)
      throw this.#report(new VerbFailure(14106, `More than ${MOST_DOCUMENTS} documents followed one another: they go round in a circle.`));
    const { message } = this.#question;
    const { jar } = this.#world.messaging.conversation(message.from, message.to);
    const lint = { document: 'messaging', context: 'response' } as const;
    const outcome = await sendWebhook({ ...target, lint, jar, messageSid: message.sid }, this.#world);
    const read = readOutcome(outcome, { family: 'messaging' }, (failure, event) => this.#report(failure, event));
    return { ...read, method: target.method };
  }

  /** Carries out the verbs in order. @returns The webhook that goes on, where one does. */
  #runDocument(document: Document): Target | undefined {
    for (const node of document.root.children.filter(isElement)) {
      if (node.tag === 'Redirect') return this.#redirect(document, node);
      if (node.tag !== 'Message' && node.tag !== 'Sms') continue;
      const message = this.#send(document, node);
      const { action } = node.attributes;
      if (message === undefined || action === undefined || action.trim() === '') continue;
      return {
        kind: 'messaging.twiml.message_action',
        url: this.#resolve(document, action),
        method: readMethod(node, 'method'),
        parameters: this.#actionParameters(message),
        causes: [document.event],
      };
    }
    return undefined;
  }

  #actionParameters(message: Message): Parameters {
    if (this.#world.settings.deviations.messageAction === 'as-status-callback') return statusParameters(this.#world, message);
    return { MessageSid: message.sid, MessageStatus: message.status };
  }

  #redirect(document: Document, node: TwimlNode): Target {
    const { parameters } = this.#question;
    const url = this.#resolve(document, textOf(node));
    return { kind: 'messaging.twiml.redirect', url, method: readMethod(node, 'method'), parameters, causes: [document.event] };
  }

  #send(document: Document, node: TwimlNode): Message | undefined {
    const { message } = this.#question;
    const { to = message.from, from = message.to, statusCallback } = node.attributes;
    const { body, media } = readContent(node);
    const mediaUrls = media.map((url) => this.#resolve(document, url));
    if (body === '' && mediaUrls.length === 0) return undefined;
    const refusal = this.#refuse(from, to, body);
    if (refusal !== undefined) {
      this.#report(refusal, document.event);
      return undefined;
    }
    const service = this.#world.messaging.services.get(message.messagingServiceSid ?? '');
    const told = statusCallback ?? service?.settings.statusCallback;
    const sent = sendMessage(this.#world, {
      direction: 'outbound-reply',
      from,
      to,
      body,
      mediaUrls,
      causes: [document.event],
      ...(told !== undefined && { statusCallback: { url: this.#resolve(document, told), method: 'POST' } }),
    });
    this.#sent.push(sent);
    return sent.message;
  }

  /** A URL of the document, made absolute. @throws VerbFailure when it is none that can be asked. */
  #resolve(document: Document, reference: string): string {
    const url = resolveIn(document, reference);
    if (isWebUrl(url)) return url;
    throw this.#report(new VerbFailure(11100, `${JSON.stringify(reference)} is no URL that can be asked.`), document.event);
  }

  /** Why a message is not sent. */
  #refuse(from: string, to: string, body: string): VerbFailure | undefined {
    const { directory } = this.#world;
    const messaging = this.#world.messaging;
    if (!directory.numbers.has(from) && !isAlphanumericSender(from))
      return new VerbFailure(14102, `<Message from="${from}"> is not sent: it is not a number or sender of this account.`);
    if (!isRecipient(to)) return new VerbFailure(14101, `<Message to="${to}"> is not sent: nobody has that address; write E.164.`);
    if (body.length > LONGEST_BODY)
      return new VerbFailure(21617, `A <Message> of ${body.length} characters is not sent: it holds ${LONGEST_BODY} at most.`);
    this.#messages += 1;
    if (this.#messages > MOST_MESSAGES)
      return new VerbFailure(14109, `More than ${MOST_MESSAGES} messages answer one: Twilio leaves the others out.`);
    if (!messaging.conversation(from, to).mayReply())
      return new VerbFailure(
        14107,
        `More than 15 replies in 30 seconds between ${from} and ${to}: Twilio takes it for a loop and sends no more.`,
      );
    return undefined;
  }

  /** The fallback URL, which is asked once. */
  #findFallback({ code }: VerbFailure, failed: Target): Target | undefined {
    const { fallback, parameters } = this.#question;
    if (fallback === undefined || this.#hasFallenBack || code === 14106) return undefined;
    this.#hasFallenBack = true;
    const failure = { ErrorCode: String(code), ErrorUrl: withoutFragment(failed.url) };
    return { kind: 'messaging.incoming.fallback', ...fallback, parameters: { ...parameters, ...failure }, causes: failed.causes };
  }

  #report(failure: VerbFailure, event?: number): VerbFailure {
    const severity = failure.code === 14109 ? 'warning' : 'error';
    const known = this.#world.findings.some((finding) => finding.event === event && finding.twilioCode === failure.code);
    if (!known) this.#world.report({ twilioCode: failure.code, severity, message: failure.message }, event === undefined ? [] : [event]);
    return failure;
  }
}

/** The text and the files of a message: in elements of their own, or as the text of the element itself. */
function readContent(node: TwimlNode): { readonly body: string; readonly media: readonly string[] } {
  const children = node.children.filter(isElement);
  const bodies = children.filter(({ tag }) => tag === 'Body');
  const own = bodies.length > 0 ? bodies : [node];
  const body = own
    .flatMap((element) => element.children.filter((child) => typeof child === 'string'))
    .join('')
    .trim();
  const media = children.filter(({ tag }) => tag === 'Media').map(textOf);
  return { body, media: media.slice(0, MOST_MEDIA) };
}
