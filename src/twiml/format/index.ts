export { type FormatOptions, formatTwiml } from './format.js';
export { type ObjectOptions, twimlToJson, twimlToObject } from './to-object.js';
