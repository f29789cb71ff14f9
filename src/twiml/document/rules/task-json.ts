import type { Rule } from '../rule.js';
import { isTemplate } from '../values/template.js';

export const taskJson: Rule<'task-json'> = {
  id: 'task-json',
  severity: 'error',
  codes: [14221],
  text: 'The text of `<Task>` is JSON.',
  trips: '<Response><Enqueue workflowSid="WW0123456789abcdef0123456789abcdef"><Task>account: 7</Task></Enqueue></Response>',
  passes: '<Response><Enqueue workflowSid="WW0123456789abcdef0123456789abcdef"><Task>{"account": 7}</Task></Enqueue></Response>',
  tags: ['Task'],
  element({ text }) {
    if (text === '' || isJson(text) || /\{\{|\$\{|#\{|<%|\{%/.test(text) || (isTemplate(text) && !text.includes(':'))) return undefined;
    return { message: `<Task> holds the attributes of a task as JSON; found "${text.slice(0, 40)}".`, content: true };
  },
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
