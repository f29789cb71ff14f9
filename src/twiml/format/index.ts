export { type FormatOptions, formatTwiml, type ObjectOptions, twimlToJson, twimlToObject } from './format.js';
