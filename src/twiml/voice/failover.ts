import { type Element, element } from '../element.js';

/** What `<Failover>` may stand in. */
export interface FailoverVerb {
  /**
   * Lets the call go on with Twilio's default backup when a provider of speech or of recognition fails: once for each in a call. To name
   * backups of your own, write the element by `.element('Failover', { … })`: this version does not know its attributes.
   */
  failover(): this;
}

/** @internal */
export const failoverElement: Element = element({
  tag: 'Failover',
  attributes: {},
  children: {},
});
