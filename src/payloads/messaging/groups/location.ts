import { decimal, optional, text } from '../../schema/fields.js';

/** The place that the sender shared, on WhatsApp and RCS. */
export const locationParameters = {
  /** Degrees north of the equator, from -90 to 90. */
  Latitude: optional(decimal()),
  /** Degrees east of Greenwich, from -180 to 180. */
  Longitude: optional(decimal()),
  /** The postal address of the place, where it has one. */
  Address: optional(text()),
  /** The name of the place, where it has one. */
  Label: optional(text()),
};
