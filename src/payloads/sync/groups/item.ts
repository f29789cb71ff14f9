import { integer, jsonText, optional, text } from '../../schema/fields.js';

/** What every webhook about an item of a list or map has. */
export const itemParameters = {
  /** The place of the change in the order of the collection's changes. */
  EventId: optional(integer()),
  /** What the item holds: JSON, or text where it is none. Absent when the item was removed. */
  ItemData: optional(jsonText()),
  /** Which version of the item it is: a number or hexadecimal text. The name is inferred from those of documents and lists. */
  ItemRevision: optional(text()),
};
