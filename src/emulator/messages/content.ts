import type { MessageButton } from './message.js';

/** The types of a template, by name, such as `twilio/text`. */
export type ContentTypes = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;

/** A content template: https://www.twilio.com/docs/content/content-api-resources */
export interface Content {
  readonly sid: string;
  readonly friendlyName: string | null;
  readonly language: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly types: ContentTypes;
  readonly createdAt: number;
}

/** What a template shows. */
export interface RenderedContent {
  readonly body: string;
  readonly buttons: readonly MessageButton[];
  readonly mediaUrls: readonly string[];
}

/** Which type is shown where a template has several: the richest, since the telephones here can show all. */
const ORDER = [
  'whatsapp/card',
  'twilio/card',
  'twilio/list-picker',
  'twilio/quick-reply',
  'twilio/call-to-action',
  'whatsapp/authentication',
  'twilio/media',
  'twilio/location',
  'twilio/text',
];

/** What a channel takes only from somebody who has written before: https://www.twilio.com/docs/api/errors/63016 */
const ANSWERS = new Set(['twilio/list-picker', 'twilio/location']);

/** Whether a template may begin a conversation. */
export function opensConversation({ types }: Content): boolean {
  return Object.keys(types).some((type) => !ANSWERS.has(type));
}

/** Puts the values into a template. Those that are not given are as the template has them. */
export function renderContent(content: Content, values: Readonly<Record<string, string>>): RenderedContent {
  const name = ORDER.find((type) => content.types[type] != null) ?? Object.keys(content.types)[0];
  const type = (name === undefined ? undefined : content.types[name]) ?? {};
  const fill = (text: string) =>
    text.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (mark, variable: string) => own(values, variable) ?? own(content.variables, variable) ?? mark);
  const texts = [type.header_text, type.title, type.body, type.subtitle, type.footer, type.label].filter(
    (text) => typeof text === 'string',
  );
  const list = typeof type.button === 'string' ? fill(type.button) : '';
  return {
    body: fill(texts.join('\n')),
    buttons: [
      ...readList(type.actions).flatMap((item) => readButton(item, fill)),
      ...readList(type.items).flatMap((item) => readButton(item, fill).map((button) => ({ ...button, list }))),
    ],
    mediaUrls: readList(type.media)
      .filter((url) => typeof url === 'string')
      .map(fill),
  };
}

function readList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function readButton(item: unknown, fill: (text: string) => string): readonly MessageButton[] {
  if (typeof item !== 'object' || item === null) return [];
  const { title, item: label, id, url, phone, description } = item as Readonly<Record<string, unknown>>;
  const name = typeof title === 'string' ? title : label;
  if (typeof name !== 'string') return [];
  return [
    {
      title: fill(name),
      ...(typeof id === 'string' && { id: fill(id) }),
      ...(typeof url === 'string' && { url: fill(url) }),
      ...(typeof phone === 'string' && { phone: fill(phone) }),
      ...(typeof description === 'string' && { description: fill(description) }),
    },
  ];
}

function own(values: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
