// Compares what the emulator itself costs with the floor: the same requests to the same application, signed, without anything that runs
// documents. One call is twenty webhooks of a menu; a thousand calls at once show whether the cost grows with their number.
import { createEmulator } from 'ringback/emulator';
import { GatherResult } from 'ringback/payloads';
import { webRequest } from 'ringback/testing';
import { compare, median, table, writeSection } from './measure.js';

