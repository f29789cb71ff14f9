import { UNDOCUMENTED } from '../attributes.js';
import type { LintElement } from '../lint-element.js';
import { findMeant, strip } from '../misspelling.js';
import { findOwners, isKnownAnywhere, ownNameOf } from '../neighbours.js';
import { renameAttribute } from '../rename-attribute.js';
import type { Finding, Rule } from '../rule.js';
import type { LintSituation } from '../situation.js';
import { TABLES_DATE } from '../tables-date.js';
import { describeContent } from '../written-as-text.js';

/** Names that XML itself gives a meaning. */
const OF_XML = /^(?:xmlns(?::.*)?|xsi:.+|xml:(?:space|base|id))$/;

export const knownAttributes: Rule<'known-attributes'> = {
  id: 'known-attributes',
  severity: 'warning',
  codes: [12200],
  text: 'An element carries the attributes that Twilio knows. It ignores others, with a warning.',
  trips: '<Response><Say voise="man">Hello</Say></Response>',
  passes: '<Response><Say voice="man">Hello</Say></Response>',
  attribute({ name, kind }, element, { unknown }) {
    if (kind !== undefined || OF_XML.test(name) || UNDOCUMENTED.has(element.name)) return undefined;
    const finding = describe(element, name, Object.keys(element.declaration?.attributes ?? {}), unknown);
    // The names of speech markup alone begin with a small letter.
    return OF_SPEECH.test(name) && /^[a-z]/.test(element.name) ? { ...finding, severity: 'info' } : finding;
  },
};

/** Attributes of speech markup that the vendors behind `<Say>` document and Twilio does not list. */
const OF_SPEECH = /^(?:xml:lang|detail|language|contour|range|duration|onlangfailure|amazon:.+)$/;

/** Names that one element has for what others call so: neither is a misspelling of the other. */
const SYNONYMS: Readonly<Record<string, string>> = {
  'ConversationRelay asrprovider': 'transcriptionProvider',
  'ConversationRelay sttlanguage': 'transcriptionLanguage',
  'ConversationRelay sttprovider': 'transcriptionProvider',
  'ConversationRelay timeout': 'speechTimeout',
  'ConversationRelay transcriptionengine': 'transcriptionProvider',
  'Gather digits': 'numDigits',
  'Gather maxdigits': 'numDigits',
  'Play repeat': 'loop',
  'Record duration': 'maxLength',
  'Record maxduration': 'maxLength',
  'Record statuscallback': 'recordingStatusCallback',
  'Record statuscallbackevent': 'recordingStatusCallbackEvent',
  'Record statuscallbackmethod': 'recordingStatusCallbackMethod',
  'Pause duration': 'length',
  'Pause seconds': 'length',
  'Pause time': 'length',
  'Pause timeout': 'length',
  'Pay amount': 'chargeAmount',
  'Say lang': 'language',
  'Say repeat': 'loop',
  'Transcription language': 'languageCode',
  'Transcription statuscallback': 'statusCallbackUrl',
  'Transcription transcriptionlanguage': 'languageCode',
  'Transcription transcriptionprovider': 'transcriptionEngine',
};

function describe(element: LintElement, name: string, known: readonly string[], unknown: LintSituation['unknown']): Finding {
  const { name: tag } = element;
  const found = name.slice(0, 64);
  const own = ownNameOf(element.declaration?.attributes ?? {}, name);
  const meant = own === undefined && isKnownAnywhere(name) ? undefined : findMeant(name, known);
  if (meant?.isMisspelling === true) {
    const message = `<${tag}> takes the attribute ${meant.name}; found ${found}. Twilio ignores it.`;
    return { message, repair: renameAttribute(element, name, meant.name) };
  }
  const content = describeContent(tag, name);
  if (content !== undefined) return { message: content };
  const synonym = SYNONYMS[`${tag} ${strip(name)}`];
  if (synonym !== undefined) return { message: `<${tag}> has no ${found}; did you mean ${synonym}? Twilio ignores it.` };
  const owners = findOwners(element, name);
  if (owners !== undefined)
    return {
      message: `${owners.attribute} belongs to ${list(owners.tags.map((owner) => `<${owner}>`))}, not to <${tag}>. Twilio ignores it there.`,
    };
  const hint = meant?.name;
  if (hint !== undefined) return { message: `<${tag}> has no ${found}; did you mean ${hint}? Twilio ignores it.` };
  const takes = known.length === 0 ? 'no attributes' : `the attributes ${list(known)}`;
  if (isKnownAnywhere(name)) return { message: `<${tag}> takes ${takes}; found ${found}. Twilio ignores it.` };
  const message = `<${tag}> takes ${takes}, as far as ringback's tables of ${TABLES_DATE} go; found ${found}. Twilio ignores what it does not know.`;
  return { message, severity: unknown };
}

function list(names: readonly string[]): string {
  return names.length > 12 ? `${names.slice(0, 10).join(', ')} …` : names.join(', ');
}
