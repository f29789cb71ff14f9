import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startBrowser } from './open-console.js';

const COMMAND = join(import.meta.dirname, '../../dist/cli/main.js');

/** An application that knows nothing of ringback. */
const APPLICATION = `
require('node:http').createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'text/xml' });
    response.end(request.url.startsWith('/sms') ? '<Response><Message>It runs</Message></Response>' : '<Response><Say>Hello</Say></Response>');
  });
}).listen(0, '127.0.0.1');
`;

test('ringback dev opens the console with its address, runs the application, and its answer arrives', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-browser-'));
  writeFileSync(join(folder, 'application.cjs'), APPLICATION);
  const dev = spawn(process.execPath, [COMMAND, 'dev', '--no-open', '--', process.execPath, 'application.cjs'], { cwd: folder });
  const browser = await startBrowser();
  try {
    let output = '';
    dev.stderr.on('data', (chunk) => {
      output += String(chunk);
    });
    await expect.poll(() => output, { timeout: 60_000 }).toMatch(/http:\/\/\S+token=\S+/);
    const page = await browser.newPage();
    await page.goto(/http:\/\/\S+token=\S+/.exec(output)?.[0] ?? '');
    await page.getByText('Application running').waitFor();
    expect(page.url()).not.toContain('token');
    await page.getByRole('button', { name: 'New phone' }).first().click();
    // Somebody whom nobody is called like: the others are on the page already.
    await page.getByRole('textbox', { name: /^Name/ }).fill('Mia');
    await page.getByRole('button', { name: 'Add phone' }).click();
    const pane = page.getByRole('region', { name: 'Phone of Mia' });
    await pane.getByRole('textbox', { name: 'Text message' }).fill('Does it run?');
    await pane.getByRole('textbox', { name: 'Text message' }).press('Enter');
    await pane.getByText('It runs').waitFor();
    await pane.getByText('delivered').waitFor();
  } finally {
    await browser.close();
    const ended = new Promise((resolve) => dev.once('exit', resolve));
    dev.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
});
