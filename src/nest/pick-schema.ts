import type { WebhookSchema } from '../webhook/reply.js';
import { findByKind, listMembers } from '../webhook/routing-table.js';
import { type NestContext, readTwilio } from './context.js';

/** Finds the schema of a verified request among several: that of its kind, or else of the kind that it is a special case of. */
export function pickSchema(schemas: readonly WebhookSchema[], context: NestContext): WebhookSchema | undefined {
  const byKind = new Map(listMembers(schemas).flatMap((schema) => (schema.kind === undefined ? [] : [[schema.kind, schema] as const])));
  return findByKind(readTwilio(context).kind, byKind);
}
