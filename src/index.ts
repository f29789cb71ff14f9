export * from './errors.js';
export * from './payloads/index.js';
export * from './signature/index.js';
export * from './twiml/index.js';
export * from './webhook/index.js';
