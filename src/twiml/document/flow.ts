import type { LintElement } from './lint-element.js';

/** Whether an attribute is there and says something. */
export function hasValue(element: LintElement, attribute: string): boolean {
  const value = element.attribute(attribute)?.trim();
  return value !== undefined && value !== '';
}

/** Whether an attribute is `true`. */
export function isTrue(element: LintElement, attribute: string): boolean {
  return element.attribute(attribute)?.trim().toLowerCase() === 'true';
}
