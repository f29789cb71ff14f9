import { type Element, element, type Fill, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, known, text } from '../kinds.js';
import { mediaTracks } from '../values/media-tracks.js';
import { type ParameterVerb, parameterElement } from './parameter.js';

const attributes = {
  /** A name for the filter, one of its kind in the call, to stop it by. */
  name: text(),
  /** What is filtered out. */
  filterType: known('noise'),
  /** The model that filters. */
  model: text(),
  /** Which side is filtered. */
  track: mediaTracks,
};

/** What `<MediaFilter>` may carry. */
export interface MediaFilterAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<MediaFilter>`: settings of the filter. */
export interface MediaFilterBuilder extends TwimlBuilder, ParameterVerb {}

/** Adds what stands inside `<MediaFilter>`. */
export interface MediaFilterFill extends Fill<MediaFilterBuilder>, MediaFilterAttributes {}

/** What `<MediaFilter>` may stand in. */
export interface MediaFilterVerb {
  /** Filters the sound of the call, say noise out of it. */
  mediaFilter(content?: MediaFilterFill | MediaFilterAttributes): this;
  /** Filters the sound of the call, say noise out of it. */
  mediaFilter(attributes: MediaFilterAttributes, fill: MediaFilterFill): this;
}

/** @internal */
export const mediaFilterElement: Element = element<MediaFilterBuilder>({
  tag: 'MediaFilter',
  attributes,
  children: {
    parameter: () => parameterElement,
  },
});
