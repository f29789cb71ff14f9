/** The two ways in which webhooks are written. */
export type Format = 'form' | 'json';

/** Whether a body of some Content-Type counts as a form, as one of none does. */
export function isFormType(contentType: string | undefined): boolean {
  return contentType === undefined || FORM.test(contentType);
}

/** Tells how a body of some Content-Type is written, without one as a form; `undefined` for all that Twilio never sends. */
export function readFormat(contentType: string | undefined): Format | undefined {
  if (isFormType(contentType) || contentType?.trim() === '') return 'form';
  return JSON_TYPE.test(contentType ?? '') ? 'json' : undefined;
}

const FORM = /^\s*application\/x-www-form-urlencoded\s*(?:;|$)/i;
const JSON_TYPE = /^\s*application\/(?:[\w.-]{1,64}\+)?json\s*(?:;|$)/i;
