import * as z from 'zod';
import { jsonText, optional } from '../../schema/fields.js';
import { lazyObject } from '../../schema/lazily.js';

/** What a channel says of a message: much of it is repeated in parameters. */
export interface ChannelMetadata {
  /** The channel: `whatsapp` or `rcs`. */
  readonly type?: string | null | undefined;
  /** What the channel says. */
  readonly data?: ChannelMetadataContent | null | undefined;
}

/** The content of a channel's metadata. */
export interface ChannelMetadataContent {
  /** What is known of the message and its sender. */
  readonly context?: ChannelMetadataContext | null | undefined;
}

/** What the channel says, by name. Every value is text, flags too; there may be more names than these. */
export interface ChannelMetadataContext {
  /** The sender's name on the channel. */
  readonly ProfileName?: string | null | undefined;
  /** The sender's WhatsApp id. */
  readonly WaId?: string | null | undefined;
  /** The label of the button that was tapped. */
  readonly ButtonText?: string | null | undefined;
  /** The id that you gave the button. */
  readonly ButtonPayload?: string | null | undefined;
  /** Whether the message was forwarded: `true` or `false`. */
  readonly Forwarded?: string | null | undefined;
  /** Whether the message was forwarded often: `true` or `false`. */
  readonly FrequentlyForwarded?: string | null | undefined;
}

// @__NO_SIDE_EFFECTS__
function makeChannelMetadata() {
  const said = z.string().nullish();
  const context = z.looseObject({
    ProfileName: said,
    WaId: said,
    ButtonText: said,
    ButtonPayload: said,
    Forwarded: said,
    FrequentlyForwarded: said,
  });
  return z.looseObject({ type: said, data: z.looseObject({ context: context.nullish() }).nullish() });
}

/** What WhatsApp and RCS add to a message in a form of their own. */
export const channelMetadataParameters = {
  /** What the channel says of the message, since about 2024. */
  ChannelMetadata: optional(jsonText(lazyObject<ChannelMetadata>(makeChannelMetadata))),
};
