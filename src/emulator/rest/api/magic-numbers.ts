import { RestError } from '../rest-error.js';

/** A number that is always a valid sender. */
export const MAGIC_SENDER = '+15005550006';

/** Numbers that stand for an error each: https://www.twilio.com/docs/iam/test-credentials */
const MAGIC = {
  messages: {
    from: { '+15005550001': 21212, '+15005550007': 21606, '+15005550008': 21611 },
    to: { '+15005550001': 21211, '+15005550002': 21612, '+15005550003': 21408, '+15005550004': 21610, '+15005550009': 21614 },
  },
  calls: {
    from: { '+15005550001': 21212, '+15005550007': 21210, '+15005550008': 21210 },
    to: { '+15005550001': 21217, '+15005550002': 21214, '+15005550003': 21215, '+15005550004': 21216 },
  },
  incomingPhoneNumbers: {
    number: { '+15005550000': 21422, '+15005550001': 21421 },
    areaCode: { '533': 21452 },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;

const MESSAGES: Readonly<Record<number, string>> = {
  21210: 'The source phone number provided is not yet verified for your account',
  21211: "Invalid 'To' Phone Number",
  21212: "Invalid 'From' Phone Number",
  21214: "'To' phone number cannot be reached",
  21215: 'Account not authorized to call this number',
  21216: 'Account not allowed to call this number',
  21217: 'Phone number does not appear to be valid',
  21408: 'Permission to send an SMS has not been enabled for the region',
  21421: 'Phone number is invalid',
  21422: 'Phone number is not available',
  21452: 'No phone numbers found in this area code',
  21606: "The 'From' phone number is not a valid message-capable number of this account",
  21610: 'Attempt to send to unsubscribed recipient',
  21611: "This 'From' number has exceeded the maximum number of queued messages",
  21612: "The 'To' phone number is not currently reachable via SMS",
  21614: "'To' number is not a valid mobile number",
};

/** Refuses a number that stands for an error. @throws RestError with that error. */
export function refuseMagic<Product extends keyof typeof MAGIC>(
  product: Product,
  parameter: keyof (typeof MAGIC)[Product] & string,
  value: string,
): void {
  const codes: Readonly<Record<string, number>> = MAGIC[product][parameter] as never;
  const code = Object.hasOwn(codes, value) ? codes[value] : undefined;
  if (code !== undefined) throw new RestError(code, `${MESSAGES[code] ?? 'Refused'}: ${value}`);
}
