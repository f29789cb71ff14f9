import type { WebhookKind } from '../../payloads/index.js';
import type { LintContext } from '../../twiml/document/index.js';
import { isElement, type TwimlNode } from '../../twiml/node.js';
import type { Leg } from '../calls/leg.js';
import type { DocumentLevel } from '../calls/names.js';
import type { Scope } from '../calls/scope.js';
import { durationOf, isSound } from '../media.js';
import { findVerb } from '../verbs/index.js';
import { REDIRECT_KINDS } from '../verbs/redirect.js';
import type { VerbContext } from '../verbs/verb.js';
import { withoutFragment } from '../wire/web-url.js';
import type { Parameters } from '../wire/webhook.js';
import { sendWebhook } from '../wire/wire.js';
import type { Document } from './document.js';
import { readOutcome, tryParse } from './read-document.js';
import { VerbFailure } from './verb-failure.js';

/** A webhook that asks for the document to run next. */
export interface Target {
  readonly kind: WebhookKind;
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** What it carries besides what every request about the call has. */
  readonly parameters?: Parameters;
  readonly causes?: readonly number[];
}

/** How a document came to its end. */
export type FlowEnd =
  | { readonly end: 'document' | 'hangup' | 'leave' }
  | { readonly end: 'rejected'; readonly reason: 'rejected' | 'busy' }
  | { readonly end: 'failed'; readonly failure: VerbFailure };

/** Another document: that of a webhook, or one that is there. */
export type Go = { readonly go: Target } | { readonly run: Document };

/** What comes after a verb: the next one, another document, or an end. */
export type Next = undefined | Go | FlowEnd;

const CONTEXTS: Readonly<Record<DocumentLevel, LintContext>> = {
  call: 'response',
  whisper: 'dial-url',
  'conference-wait': 'conference-wait-url',
  announcement: 'conference-wait-url',
  'enqueue-wait': 'enqueue-wait-url',
  queue: 'queue-url',
};

/** Runs documents for one call, one after the other, until one ends without another to follow. */
export class Flow {
  readonly leg: Leg;
  readonly scope: Scope;
  readonly level: DocumentLevel;
  readonly #standing: () => Parameters;
  readonly #begun: () => void;
  #timeOfDocuments = 0;
  #documentsAtThatTime = 0;
  #hasFallenBack = false;

  /**
   * @param standing - What every request for a document of this level has besides, whether a verb or a redirect asks for it.
   * @param begun - Is told whenever there is a document to run.
   */
  constructor(leg: Leg, scope: Scope, level: DocumentLevel, standing: () => Parameters = () => ({}), begun: () => void = () => undefined) {
    this.leg = leg;
    this.#standing = standing;
    this.#begun = begun;
    this.scope = scope;
    this.level = level;
  }

  /** Runs what a webhook is answered with, or a document that is there already. @throws Interruption when the scope ends. */
  async run(start: Target | Document): Promise<FlowEnd> {
    let next: Target | Document = start;
    for (;;) {
      try {
        this.#checkPace();
        const document = 'root' in next ? next : await this.#fetch(next);
        this.#begun();
        const end = await this.#runDocument(document);
        if ('end' in end) return end;
        next = 'go' in end ? end.go : end.run;
      } catch (error) {
        if (!(error instanceof VerbFailure)) throw error;
        const fallback = this.#findFallback(error, next);
        if (fallback === undefined) return { end: 'failed', failure: error };
        next = fallback;
      }
    }
  }

  async #fetch(target: Target): Promise<Document> {
    const { leg } = this;
    const kind = REDIRECT_KINDS[this.level];
    const isBare = leg.world.settings.deviations.redirectParameters === 'none';
    const outcome = await this.scope.follow(
      (leg.world.ask ?? sendWebhook)(
        {
          kind: target.kind,
          url: target.url,
          method: target.method,
          parameters: { ...leg.parameters(), ...(target.kind === kind && this.#standing()), ...target.parameters },
          redirected: () => ({ kind, parameters: isBare ? {} : { ...leg.parameters(), ...this.#standing() } }),
          lint: { document: 'voice', context: CONTEXTS[this.level] },
          callSid: leg.sid,
          jar: leg.jar,
          isMoot: () => this.scope.interruption !== undefined,
          ...(target.causes && { causes: target.causes }),
        },
        leg.world,
      ),
    );
    const parse = (text: string) => leg.world.documents.get(text, () => tryParse(text));
    const read = readOutcome(outcome, { parse }, (failure, event) => this.#report(failure, event));
    if (target.kind !== 'voice.fallback') this.#hasFallenBack = false;
    const soundMs = 'answer' in outcome && isSound(outcome.answer.headers) ? durationOf(outcome.answer.body) : undefined;
    return { ...read, method: outcome.attempt?.method === 'GET' ? 'GET' : 'POST', ...(soundMs !== undefined && { soundMs }) };
  }

  #report(failure: VerbFailure, event: number): VerbFailure {
    this.leg.world.report({ twilioCode: failure.code, severity: 'error', message: failure.message }, [event]);
    return failure;
  }

  async #runDocument(document: Document): Promise<FlowEnd | Go> {
    const { leg, level } = this;
    const { log } = leg.world;
    const event = log.add({
      type: 'document',
      callSid: leg.sid,
      level,
      causes: [document.event],
      ...(document.url !== undefined && { url: document.url }),
    });
    const verbs = document.root.children.filter(isElement);
    for (const [index, node] of verbs.entries()) {
      const next = await this.#runVerb(node, { document, index, path: pathOf(verbs, index), event });
      if (next !== undefined) return next;
    }
    if (level === 'call' && !leg.staysUnanswered) leg.answer();
    return { end: 'document' };
  }

  async #runVerb(
    node: TwimlNode,
    place: { readonly document: Document; readonly index: number; readonly path: string; readonly event: number },
  ): Promise<Next> {
    const verb = (this.leg.world.findVerb ?? findVerb)(node.tag, this.level);
    const { leg, scope, level } = this;
    const { document, index, path, event } = place;
    if (verb === undefined) {
      if (leg.world.settings.deviations.unknownVerb === 'skipped') return undefined;
      throw this.#report(new VerbFailure(12200, `<${node.tag}> is no verb that may stand there.`), event);
    }
    if (level === 'call' && index === 0 && verb.staysUnanswered?.(node) === true) leg.staysUnanswered = true;
    else if (level === 'call') leg.answer();
    const begun = leg.world.log.add({ type: 'verb', callSid: leg.sid, verb: node.tag, path, phase: 'begin', causes: [event] });
    const context: VerbContext = { leg, scope, level, document, node, isFirst: index === 0, event: begun, runDocuments };
    try {
      return await verb.run(context);
    } catch (error) {
      throw error instanceof VerbFailure ? this.#report(error, begun) : error;
    } finally {
      leg.world.log.add({ type: 'verb', callSid: leg.sid, verb: node.tag, path, phase: 'end', causes: [begun] });
    }
  }

  /** The fallback of the number or the call, which is asked once for each failure. */
  #findFallback(failure: VerbFailure, failed: Target | Document): Target | undefined {
    const { fallback } = this.leg;
    // Of a call that is over nobody hears what comes instead.
    if (fallback === undefined || this.leg.isOver || this.#hasFallenBack || (this.level !== 'call' && this.level !== 'whisper'))
      return undefined;
    this.#hasFallenBack = true;
    const parameters = 'root' in failed ? {} : failed.parameters;
    return {
      kind: 'voice.fallback',
      url: fallback.url,
      method: fallback.method,
      parameters: { ...parameters, ErrorCode: String(failure.code), ErrorUrl: withoutFragment(failed.url ?? '') },
    };
  }

  #checkPace(): void {
    const { now } = this.leg.world.clock;
    this.#documentsAtThatTime = now === this.#timeOfDocuments ? this.#documentsAtThatTime + 1 : 1;
    this.#timeOfDocuments = now;
    const { mostDocuments } = this.leg.world.settings.deviations;
    if (this.#documentsAtThatTime <= mostDocuments) return;
    const message = `${mostDocuments} documents followed one another while no time passed: they go round in a circle.`;
    throw this.#report(new VerbFailure(11200, message), 0);
  }
}

/**
 * Runs documents for a leg.
 *
 * @param standing - What every request for a document of this level has besides.
 * @param begun - Is told whenever there is a document to run.
 * @throws Interruption when the scope ends.
 */
export function runDocuments(
  leg: Leg,
  scope: Scope,
  level: DocumentLevel,
  start: Target | Document,
  standing?: () => Parameters,
  begun?: () => void,
): Promise<FlowEnd> {
  return new Flow(leg, scope, level, standing, begun).run(start);
}

export type RunDocuments = typeof runDocuments;

/** Where a verb stands, such as `/Response/Gather[2]`. */
function pathOf(verbs: readonly TwimlNode[], index: number): string {
  const { tag } = verbs[index] as TwimlNode;
  const alike = verbs.filter((verb) => verb.tag === tag);
  return `/Response/${tag}${alike.length > 1 ? `[${alike.indexOf(verbs[index] as TwimlNode) + 1}]` : ''}`;
}
