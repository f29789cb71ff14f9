import { type Delivery, type SigningOptions, signContent } from '../../delivery/delivery.js';
import { parsePayload } from '../../payloads/parse-payload.js';
import type { PayloadSchema } from '../../payloads/schema/schema.js';
import type { FormParameters } from '../../request/forms.js';
import { type LambdaShape, type SignedLambdaEvent, toLambdaEvent } from '../lambda.js';
import { type Injection, type NodeRequestParts, toInjection, toNodeRequest, toRequest } from '../requests.js';

/** One webhook of a story. Stories are lists of these, in the order in which they reach you. */
export interface StoryStep<Kind extends string, Payload> {
  /** What has happened, in a word or two, such as `incoming`, `ringing` or `participant-join`. */
  readonly name: string;
  /** The kind of webhook. It narrows the type of `payload`. */
  readonly kind: Kind;
  /** The schema that reads it. */
  readonly schema: PayloadSchema<Payload, Kind>;
  /** What a handler gets. */
  readonly payload: Payload;
  /** The same as it is on the wire. */
  readonly parameters: FormParameters;
  /** Its place in the true order of things, from 0. A retry has that of the first attempt, and gaps leave theirs out. */
  readonly index: number;
  /** When it reaches you. */
  readonly at: Date;
  /** Milliseconds from the beginning of the story until it reaches you. */
  readonly offsetMs: number;
  /** What retries of one webhook have in common. */
  readonly idempotencyToken: string;
  /** 1 for the first attempt, 2 for a retry. */
  readonly attempt: number;
  /** The step as a signed web `Request`. */
  request(options: SigningOptions): Request;
  /** The step as the signed parts that `http.request`, supertest and other clients take. */
  nodeRequest(options: SigningOptions): NodeRequestParts;
  /** The step, signed, as `app.inject()` of Fastify takes it. */
  injection(options: SigningOptions): Injection;
  /** The step as the signed event of a Lambda function. */
  lambdaEvent(options: SigningOptions & LambdaShape): SignedLambdaEvent;
}

/** A step of any story. */
export type AnyStep = StoryStep<string, unknown>;

/** What makes a step. */
export type StepFacts = Pick<AnyStep, 'name' | 'schema' | 'parameters' | 'index' | 'at' | 'offsetMs' | 'idempotencyToken'>;

/** A class, so that two steps are equal for test runners when they say the same. */
class Step implements AnyStep {
  readonly name: string;
  readonly kind: string;
  readonly schema: AnyStep['schema'];
  readonly payload: unknown;
  readonly parameters: FormParameters;
  readonly index: number;
  readonly at: Date;
  readonly offsetMs: number;
  readonly idempotencyToken: string;
  readonly attempt: number;

  constructor({ name, schema, parameters, index, at, offsetMs, idempotencyToken }: StepFacts, attempt: number) {
    this.name = name;
    this.kind = schema.kind;
    this.schema = schema;
    this.payload = parsePayload(schema, parameters);
    this.parameters = parameters;
    this.index = index;
    this.at = at;
    this.offsetMs = offsetMs;
    this.idempotencyToken = idempotencyToken;
    this.attempt = attempt;
  }

  request(options: SigningOptions): Request {
    return toRequest(deliver(this, options));
  }

  nodeRequest(options: SigningOptions): NodeRequestParts {
    return toNodeRequest(deliver(this, options));
  }

  injection(options: SigningOptions): Injection {
    return toInjection(deliver(this, options));
  }

  lambdaEvent(options: SigningOptions & LambdaShape): SignedLambdaEvent {
    return toLambdaEvent(deliver(this, options), options);
  }
}

/** Makes the first attempt of a webhook. */
export function makeStep(facts: StepFacts): AnyStep {
  return new Step(facts, 1);
}

/** The same webhook, reaching its receiver some milliseconds later. */
export function delayStep(step: AnyStep, byMs: number): AnyStep {
  return new Step({ ...step, ...laterBy(step, byMs) }, step.attempt);
}

/** The same webhook once more. */
export function repeatStep(step: AnyStep, afterMs: number): AnyStep {
  return new Step({ ...step, ...laterBy(step, afterMs) }, step.attempt + 1);
}

function laterBy({ at, offsetMs }: AnyStep, byMs: number): Pick<StepFacts, 'at' | 'offsetMs'> {
  return { at: new Date(at.getTime() + byMs), offsetMs: offsetMs + byMs };
}

function deliver({ parameters, idempotencyToken }: AnyStep, options: SigningOptions): Delivery {
  return signContent(parameters, { ...options, json: false, idempotencyToken });
}
