import { describe, expect, test } from 'vitest';
import { identifyWebhook } from '../../src/payloads/index.js';
import { SuperSimIpCommand, SuperSimSmsCommand } from '../../src/payloads/iot/index.js';
import { findSample, loadSamples } from './samples.js';

const samples = loadSamples('iot');

describe('webhooks of SIMs', () => {
  test('refuse a command that goes nowhere, and take a status that is new', () => {
    const sample = findSample(samples, 'supersim.sms-command');
    expect(SuperSimSmsCommand.safeParse({ ...sample, Direction: 'sideways' }).success).toBe(false);
    expect(SuperSimSmsCommand.parse({ ...sample, Status: 'parked' }).Status).toBe('parked');
  });

  test('tell the commands of the two products, and both ways of sending, apart', () => {
    expect(identifyWebhook('CommandSid=HC1&SimSid=HS1&Payload=x')).toBe('supersim.sms-command');
    expect(identifyWebhook('CommandSid=DC1&SimSid=DE1&Command=x')).toBe('wireless.command');
    expect(identifyWebhook('SimSid=HS1&Payload=eA==')).toBe('supersim.ip-command');
  });

  test('need of an IP command what it says, and nothing else', () => {
    expect(SuperSimIpCommand.parse('Payload=aGVsbG8%3D')).toEqual({ Payload: 'aGVsbG8=' });
    expect(SuperSimIpCommand.safeParse('SimUniqueName=tracker').success).toBe(false);
  });
});
