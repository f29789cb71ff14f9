import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, text } from '../kinds.js';

const attributes = {
  /** Who the caller is to the others in the room. @default an identity that Twilio makes up */
  participantIdentity: text(),
};

/** What `<Room>` may carry. */
export interface RoomAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<Room>` may stand in. */
export interface RoomVerb {
  /** Joins the caller to a video room by its unique name. It must exist and be a group room; if it is not there, the next verb runs. */
  room(content: string): this;
  /** Joins the caller to a video room by its unique name. It must exist and be a group room; if it is not there, the next verb runs. */
  room(attributes: RoomAttributes, content: string): this;
}

/** @internal */
export const roomElement: Element = element({
  tag: 'Room',
  text: 'required',
  attributes,
  children: {},
});
