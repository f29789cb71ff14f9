// Every family that has kinds. A module of its own, because it is read as an object: were the families read so, a bundle with one payload
// would have to keep its whole family.
export * from './account/index.js';
export * from './chat/index.js';
export * from './conversations/index.js';
export * from './event-streams/index.js';
export * from './flex/index.js';
export * from './intelligence/index.js';
export * from './iot/index.js';
export * from './messaging/index.js';
export * from './notify/index.js';
export * from './numbers/index.js';
export * from './proxy/index.js';
export * from './studio/index.js';
export * from './sync/index.js';
export * from './taskrouter/index.js';
export * from './verify/index.js';
export * from './video/index.js';
export * from './voice/index.js';
