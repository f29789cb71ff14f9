import { identifyCall } from '../../fixtures/call-parameters.js';
import { placeParameters } from '../../fixtures/places.js';
import type { Parameters } from '../wire/webhook.js';
import type { World } from '../world.js';
import type { Leg } from './leg.js';

/** What every request about a call has that asks for a document, and most reports of its progress. */
export function callParameters(leg: Leg): Record<string, string> {
  const { sid: callSid, status, direction, from, to, parent, world } = leg;
  const { accountSid } = world.settings;
  return {
    ...identifyCall({ accountSid, callSid, status, direction, from, to, parentCallSid: parent?.sid }),
    ...placesOf(world, 'From', from),
    ...placesOf(world, 'Caller', from),
    ...placesOf(world, 'To', to),
    ...placesOf(world, 'Called', to),
    ...leg.extra,
  };
}

/** Where a number is registered. Addresses that are no numbers have no place. */
export function placesOf(world: World, prefix: string, address: string): Parameters {
  if (!/^\+\d/.test(address)) return {};
  const isEmpty = world.settings.deviations.places === 'empty';
  const geo = world.phones.get(address)?.person.geo;
  const made = world.places.get(`${prefix} ${address}`, () => placeParameters(prefix, address));
  if (geo === undefined && !isEmpty) return made;
  const { city = '', state = '', zip = '', country = '' } = geo ?? {};
  return { [`${prefix}City`]: city, [`${prefix}State`]: state, [`${prefix}Zip`]: zip, [`${prefix}Country`]: country };
}
