/** Something that a caller is asked for, as callbacks and `<Prompt for>` name it. */
export type EntryName =
  | 'payment-card-number'
  | 'expiration-date'
  | 'security-code'
  | 'postal-code'
  | 'bank-routing-number'
  | 'bank-account-number';

/** One entry of a payment. */
export interface Entry {
  readonly name: EntryName;
  /** What Twilio says where the document has no words of its own. */
  readonly words: string;
  /** What is wrong with what was keyed in, as callbacks name it. */
  readonly error: string;
  /** How the callbacks show it. */
  readonly parameter: string;
  /** Whether what is keyed in is hidden until the last digit has come. */
  readonly isSecret: boolean;
  isValid(digits: string): boolean;
  mask(digits: string): string;
}

const crossOut = (digits: string, shown: number): string =>
  'x'.repeat(Math.max(0, digits.length - shown)) + digits.slice(digits.length - shown);

const asIs = (digits: string): string => digits;

/** All that may be asked for: https://www.twilio.com/docs/voice/twiml/pay#statuscallback */
export const ENTRIES: Readonly<Record<EntryName, Entry>> = {
  'payment-card-number': {
    name: 'payment-card-number',
    words: 'Please enter your card number, followed by the pound key.',
    error: 'invalid-card-number',
    parameter: 'PaymentCardNumber',
    isSecret: true,
    isValid: (digits) => /^\d{12,19}$/.test(digits) && hasCheckDigit(digits),
    mask: (digits) => crossOut(digits, 4),
  },
  'expiration-date': {
    name: 'expiration-date',
    words: 'Please enter the expiration date, two digits for the month and two for the year.',
    error: 'invalid-date',
    parameter: 'ExpirationDate',
    isSecret: false,
    isValid: (digits) => /^(?:0[1-9]|1[0-2])\d{2}$/.test(digits),
    mask: asIs,
  },
  'security-code': {
    name: 'security-code',
    words: 'Please enter the security code of your card.',
    error: 'invalid-security-code',
    parameter: 'SecurityCode',
    isSecret: true,
    isValid: (digits) => /^\d{3,4}$/.test(digits),
    mask: (digits) => 'x'.repeat(digits.length),
  },
  'postal-code': {
    name: 'postal-code',
    words: 'Please enter your postal code.',
    error: 'invalid-postal-code',
    parameter: 'PaymentCardPostalCode',
    isSecret: false,
    isValid: (digits) => digits.length > 0,
    mask: asIs,
  },
  'bank-routing-number': {
    name: 'bank-routing-number',
    words: 'Please enter your bank routing number.',
    error: 'invalid-bank-routing-number',
    parameter: 'BankRoutingNumber',
    isSecret: false,
    isValid: (digits) => /^\d{9}$/.test(digits),
    mask: asIs,
  },
  'bank-account-number': {
    name: 'bank-account-number',
    words: 'Please enter your bank account number.',
    error: 'invalid-bank-account-number',
    parameter: 'BankAccountNumber',
    isSecret: true,
    isValid: (digits) => /^\d{4,17}$/.test(digits),
    mask: (digits) => crossOut(digits, 2),
  },
};

/** What is wrong with what was keyed in, as callbacks name it; `undefined` where nothing came in time. */
export function findEntryError(entry: Entry, keyed: string | undefined, cardTypes: readonly string[]): string | undefined {
  if (keyed === undefined) return 'input-timeout';
  if (!entry.isValid(keyed)) return entry.error;
  const isRefused = entry.name === 'payment-card-number' && !cardTypes.includes(cardTypeOf(keyed) ?? '');
  return isRefused ? 'invalid-card-type' : undefined;
}

/** What a payment that was given up says went wrong: what is missing, where nothing came in time. */
export function describeFailure(entry: Entry, error: string): string {
  return error === 'input-timeout' ? entry.error : error;
}

/** What is shown of an entry that is right. */
export function showEntry(entry: Entry, keyed: string): Readonly<Record<string, string>> {
  const type = entry.name === 'payment-card-number' ? cardTypeOf(keyed) : undefined;
  return { [entry.parameter]: entry.mask(keyed), ...(type !== undefined && { PaymentCardType: type }) };
}

/** The cards that are taken where nothing else is said. */
export const USUAL_CARDS: readonly string[] = ['visa', 'mastercard', 'amex'];

/** Luhn's check, which every card number passes. */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Whose card it is, by how its number begins. */
function cardTypeOf(digits: string): string | undefined {
  const [, type] = CARD_TYPES.find(([pattern]) => pattern.test(digits)) ?? [];
  return type;
}

const CARD_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^4/, 'visa'],
  [/^(?:5[1-5]|2[2-7])/, 'mastercard'],
  [/^3[47]/, 'amex'],
  [/^(?:6011|65|64[4-9])/, 'discover'],
  [/^35/, 'jcb'],
  [/^3(?:0[0-5]|[68])/, 'diners-club'],
  [/^(?:50|5[6-8]|6)/, 'maestro'],
];
