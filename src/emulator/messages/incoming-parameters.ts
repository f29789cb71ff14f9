import { placesOf } from '../calls/call-parameters.js';
import type { Parameters } from '../wire/webhook.js';
import type { World } from '../world.js';
import { bareAddress, channelOf } from './channel.js';
import type { TextOptions } from './incoming.js';
import type { Message } from './message.js';

/** What an application is told of a message that comes in. */
export function incomingParameters(world: World, message: Message, options: TextOptions): Parameters {
  const { sid, from, to, body, media, segments, messagingServiceSid } = message;
  return {
    AccountSid: world.settings.accountSid,
    ApiVersion: '2010-04-01',
    MessageSid: sid,
    SmsSid: sid,
    SmsMessageSid: sid,
    ...(messagingServiceSid !== undefined && { MessagingServiceSid: messagingServiceSid }),
    From: from,
    To: to,
    Body: body,
    SmsStatus: 'received',
    NumSegments: String(segments),
    NumMedia: String(media.length),
    ...Object.fromEntries(
      media.flatMap(({ contentType, url }, index) => [
        [`MediaContentType${index}`, contentType],
        [`MediaUrl${index}`, url],
      ]),
    ),
    ...channelParameters(world, message, options),
    ...options.parameters,
  };
}

function channelParameters(world: World, message: Message, options: TextOptions): Parameters {
  const { from, to } = message;
  if (channelOf(from) === 'sms') {
    const others = (options.otherRecipients ?? []).map((address, index) => [`OtherRecipients${index}`, address]);
    return { ...placesOf(world, 'From', from), ...placesOf(world, 'To', to), ...(Object.fromEntries(others) as Parameters) };
  }
  const rich = richParameters(options);
  if (channelOf(from) === 'messenger') return rich;
  const { profileName = 'Ada L.' } = options;
  const isWhatsApp = channelOf(from) === 'whatsapp';
  const who = isWhatsApp ? { ProfileName: profileName, WaId: bareAddress(from).replace(/\D/g, '') } : {};
  const { ButtonText, ButtonPayload } = rich;
  const context = { ...who, ...(ButtonText !== undefined && { ButtonText }), ...(ButtonPayload !== undefined && { ButtonPayload }) };
  return {
    ...who,
    MessageType: messageType(message, options),
    ...rich,
    ChannelMetadata: JSON.stringify({ type: channelOf(from), data: { context } }),
  };
}

function richParameters(options: TextOptions): Record<string, string> {
  const { buttonText, buttonPayload, listId, listTitle, replyTo, location } = options;
  const { latitude, longitude, address, label } = location ?? {};
  const texts = {
    ButtonText: buttonText,
    ButtonPayload: buttonPayload,
    ListId: listId,
    ListTitle: listTitle,
    OriginalRepliedMessageSender: replyTo?.from,
    OriginalRepliedMessageSid: replyTo?.sid,
    Latitude: latitude?.toString(),
    Longitude: longitude?.toString(),
    Address: address,
    Label: label,
  };
  return Object.fromEntries(Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function messageType({ media }: Message, { buttonText, buttonPayload, listId, location }: TextOptions): string {
  if (buttonText !== undefined || buttonPayload !== undefined) return 'button';
  if (listId !== undefined) return 'interactive';
  if (location !== undefined) return 'location';
  const [first] = media;
  const [kind = ''] = first?.contentType.split('/', 1) ?? [];
  return first === undefined ? 'text' : ['image', 'audio', 'video'].includes(kind) ? kind : 'document';
}
