import { expect, test } from 'vitest';
import { type ContentTypes, renderContent } from '../../../src/emulator/messages/content.js';

const render = (types: ContentTypes, values: Readonly<Record<string, string>> = {}) =>
  renderContent({ sid: `HX${'0'.repeat(32)}`, friendlyName: null, language: 'en', variables: { 1: 'nine' }, types, createdAt: 0 }, values);

test('a list has the label of its button at each row, with what is said of the row', () => {
  const items = [
    { item: 'At {{1}}', id: 'slot-{{1}}', description: 'The first' },
    { item: 'Later', id: 'later' },
  ];
  expect(render({ 'twilio/list-picker': { body: 'When?', button: 'Times', items } }, { 1: 'ten' })).toEqual({
    body: 'When?',
    buttons: [
      { title: 'At ten', id: 'slot-ten', list: 'Times', description: 'The first' },
      { title: 'Later', id: 'later', list: 'Times' },
    ],
    mediaUrls: [],
  });
});

test('a card has replies, links and telephone numbers', () => {
  const actions = [
    { type: 'QUICK_REPLY', title: 'Yes', id: 'yes' },
    { type: 'URL', title: 'Site', url: 'https://app.example/{{1}}' },
    { type: 'PHONE_NUMBER', title: 'Call', phone: '+15550001111' },
  ];
  expect(render({ 'twilio/card': { title: 'Come?', actions } }).buttons).toEqual([
    { title: 'Yes', id: 'yes' },
    { title: 'Site', url: 'https://app.example/nine' },
    { title: 'Call', phone: '+15550001111' },
  ]);
});

test.each([
  { actions: 'none', items: 7, media: {}, button: 3 },
  { items: [null, 1, 'a', [], { id: 'no title' }], actions: [{ title: 1 }] },
])('what is no list of a template shows nothing to tap: %j', (type) => {
  expect(render({ 'twilio/list-picker': type }).buttons).toEqual([]);
});
