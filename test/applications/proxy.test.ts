// The clients of these tests are python3, curl and openssl, as the machine has them, and the official client of Node without the preload.
import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeAuthority } from '../../src/proxy/certificates.js';
import { type EmulatorProxy, startProxy, writeExports } from '../../src/proxy/index.js';
import { runProgram } from './support/run.js';
import { startTwilio, type TwilioServer } from './support/twilio.js';

const run = promisify(execFile);

let twilio: TwilioServer;
let proxy: EmulatorProxy;
beforeAll(async () => {
  twilio = await startTwilio();
  proxy = await startProxy({ emulatorUrl: twilio.url });
});
beforeEach(() => {
  twilio.asked.length = 0;
});
afterAll(async () => {
  await proxy.close();
  await twilio.close();
});

const messages = 'https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages.json';

const withProxy = () => ({ env: { PATH: process.env['PATH'], ...proxy.variables }, timeout: 30_000 });

async function curl(...parts: string[]): Promise<string> {
  const { stdout } = await run('curl', ['--silent', '--show-error', '--max-time', '20', ...parts], withProxy());
  return stdout;
}

const PYTHON = `
import json, sys, urllib.parse, urllib.request, urllib.error
base, media = sys.argv[1:3]
body = urllib.parse.urlencode({'To': '+14155550100', 'Body': 'Grüße from Python'}).encode()
created = urllib.request.Request(base, body, {'Authorization': 'Basic QUM6dG9rZW4='})
answers = [json.load(urllib.request.urlopen(request)) for request in (created, base, base + '?Page=1')]
def fail(url):
    try:
        return urllib.request.urlopen(url).status
    except (urllib.error.URLError, OSError) as error:
        return str(error)
print(json.dumps({
    'body': answers[0]['body'],
    'lists': [len(answer['messages']) for answer in answers[1:]],
    'missing': fail('https://verify.twilio.com/v2/Services'),
    'refused': fail('https://www.twilio.com/'),
    'remote': fail('https://ringback.invalid/'),
}))
`;

describe('the proxy', () => {
  test("leads Python's urllib to the emulator, and nowhere else", async () => {
    const { stdout } = await run('python3', ['-c', PYTHON, messages, messages], withProxy());
    expect(JSON.parse(stdout)).toEqual({
      body: 'Grüße from Python',
      lists: [2, 2],
      missing: 'HTTP Error 404: Not Found',
      refused: expect.stringContaining('403'),
      remote: expect.stringContaining('403'),
    });
    expect(twilio.asked.map(({ method, host }) => `${method} ${host}`)).toEqual([
      'POST api.twilio.com',
      'GET api.twilio.com',
      'GET api.twilio.com',
      'GET verify.twilio.com',
    ]);
    expect(twilio.asked[0]?.authorization).toBe('Basic QUM6dG9rZW4=');
  });

  test('answers several requests of curl over one tunnel, in each way to spell the host', async () => {
    const format = ['--write-out', '\n%{http_code} %{num_connects}\n'];
    const output = await curl(
      ...[messages, '--data', 'To=1&Body=Hello', ...format, '--next', '--silent'],
      ...[`${messages}?Page=1`, ...format, '--next', '--silent'],
      ...['https://API.twilio.com/nothing', ...format],
    );
    expect(output.match(/^\d{3} \d$/gm)).toEqual(['201 1', '200 0', '404 0']);
    expect(new Set(twilio.asked.map(({ host }) => host?.toLowerCase()))).toEqual(new Set(['api.twilio.com']));
  });

  test('follows the redirect to media, without credentials', async () => {
    const url = messages.replace('.json', '/MM1/Media/ME00000000000000000000000000000001');
    expect(await curl('--location', '--user', 'AC:token', url)).toBe('GIF89a, or nearly');
    expect(twilio.asked.map(({ host, authorization }) => [host, authorization])).toEqual([
      ['api.twilio.com', 'Basic QUM6dG9rZW4='],
      ['mms.twiliocdn.com', undefined],
    ]);
  });

  test('leads plain HTTP to Twilio to the emulator too', async () => {
    expect(JSON.parse(await curl(messages.replace('https:', 'http:')))).toHaveProperty('messages');
    expect(twilio.asked[0]?.host).toBe('api.twilio.com');
  });

  test.each([
    ['https://www.twilio.com/', 'curl: (56)'],
    ['https://api.twilio.com:8443/', 'curl: (56)'],
    ['https://ringback.invalid/', 'curl: (56)'],
  ])('makes no tunnel to %s', async (url, code) => {
    const failure = await curl(url).catch((error: unknown) => String(error));
    expect(failure).toContain(code);
    expect(failure).toContain('403');
    expect(twilio.asked).toEqual([]);
  });

  test.each([
    ['http://www.twilio.com/', "ringback: www.twilio.com is Twilio's, and the emulator does not stand in for it. Nothing was sent there."],
    ['http://ringback.invalid/', 'ringback: ringback.invalid is another machine. This proxy leads there only where that is allowed.'],
  ])('says why nothing comes of %s', async (url, message) => {
    expect(JSON.parse(await curl(url))).toEqual({ code: null, message, more_info: null, status: 403 });
  });

  test('passes on what is for this machine, by request and by tunnel', async () => {
    const server = createServer(({ url }, response) => response.end(`own ${url}`));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await curl('--noproxy', '', `${url}/a`)).toBe('own /a');
    expect(await curl('--noproxy', '', '--proxytunnel', `${url}/tunnel`)).toBe('own /tunnel');
    server.close();
  });

  test('says that the emulator does not answer', async () => {
    const lonely = await startProxy({ emulatorUrl: 'http://127.0.0.1:9' });
    const { stdout } = await run('curl', ['--silent', messages], { env: { PATH: process.env['PATH'], ...lonely.variables } });
    expect(JSON.parse(stdout)).toMatchObject({ status: 502, message: 'ringback: Nobody answers at http://127.0.0.1:9 (ECONNREFUSED).' });
    await lonely.close();
  });

  test('leads the official client of Node, without the preload', async () => {
    const { result } = await runProgram('client.cjs', { env: proxy.variables, parts: ['twilio6'] });
    expect(result).toMatchObject({ messages: ['01', '02', '03', '04'], tasks: 1, missing: { status: 404, code: 20404 } });
  });

  test('adds its authority to those that Node trusts, in a file for this user alone, and takes it away at the end', async () => {
    const other = await startProxy({ emulatorUrl: twilio.url });
    const certificates = readFileSync(other.caFile, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    expect(certificates).toHaveLength(rootCertificates.length + 1);
    expect(new X509Certificate(certificates[0] ?? '').subject).toBe('CN=ringback emulator of this machine');
    expect(statSync(other.caFile).mode & 0o777).toBe(0o600);
    await other.close();
    expect(existsSync(other.caFile)).toBe(false);
  });

  test('is trusted for hosts of Twilio alone', async () => {
    // What was signed by it for another host is refused by whoever trusts it.
    const folder = await mkdtemp(join(tmpdir(), 'ringback-authority-'));
    const authority = makeAuthority();
    await writeFile(`${folder}/ca.pem`, authority.cert);
    for (const host of ['api.twilio.com', 'example.com']) await writeFile(`${folder}/${host}.pem`, authority.certify(host).cert);
    const verify = (host: string) => run('openssl', ['verify', '-x509_strict', '-CAfile', `${folder}/ca.pem`, `${folder}/${host}.pem`]);
    await expect(verify('api.twilio.com')).resolves.toMatchObject({ stdout: expect.stringContaining('OK') });
    await expect(verify('example.com')).rejects.toThrow('permitted subtree violation');
    await rm(folder, { recursive: true });
  });

  test('prints the variables as a shell takes them', async () => {
    const script = `${writeExports({ ...proxy.variables, ODD: "it's" })}echo "$HTTPS_PROXY $SSL_CERT_FILE $ODD"`;
    const { stdout } = await run('sh', ['-c', script], { env: {} });
    expect(stdout).toBe(`${proxy.url} ${proxy.caFile} it's\n`);
  });
});
