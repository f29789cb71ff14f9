import { type Element, element, type Fill, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, boolean, integers, listOfKnown, oneOf, required } from '../kinds.js';
import { cardTypes } from '../values/card-types.js';
import { type PauseVerb, pauseElement } from './pause.js';
import { type PlayVerb, playElement } from './play.js';
import { type SayVerb, sayElement } from './say.js';

const attributes = {
  /** The step that it is for. */
  for: required(
    oneOf(
      'payment-card-number',
      'expiration-date',
      'security-code',
      'postal-code',
      'payment-processing',
      'bank-account-number',
      'bank-routing-number',
    ),
  ),
  /** The attempts that it is for, counted from 1 to 10. @default all */
  attempt: integers({ min: 1, max: 10 }),
  /** The cards that it is for, say because their security codes differ. @default all */
  cardType: cardTypes,
  /** The mistakes that it follows. @default none: it is for the first time that the step is asked */
  errorType: listOfKnown(
    'timeout',
    'invalid-card-number',
    'invalid-card-type',
    'invalid-date',
    'invalid-security-code',
    'invalid-postal-code',
    'invalid-bank-routing-number',
    'invalid-bank-account-number',
    'input-matching-failed',
    'internal-error',
  ),
  /**
   * Asks for the number once more, and starts the step again if the two differ. For bank account and routing numbers, beside a prompt that
   * asks the first time.
   *
   * @default false
   */
  requireMatchingInputs: boolean(),
};

/** What `<Prompt>` may carry. */
export interface PromptAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<Prompt>`: what the caller hears. */
export interface PromptBuilder extends TwimlBuilder, PauseVerb, PlayVerb, SayVerb {}

/** What `<Prompt>` may stand in. */
export interface PromptVerb {
  /** Says something of yours at one step of a payment. It belongs into `<Pay>`; only Twilio's libraries offer it elsewhere. */
  prompt(attributes: PromptAttributes, fill: Fill<PromptBuilder>): this;
}

/** @internal */
export const promptElement: Element = element<PromptBuilder>({
  tag: 'Prompt',
  attributes,
  children: {
    pause: () => pauseElement,
    play: () => playElement,
    say: () => sayElement,
  },
});
