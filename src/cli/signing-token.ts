import { join } from 'node:path';
import { TEST_AUTH_TOKEN } from '../fixtures/test-auth-token.js';
import type { CommandContext } from './context.js';
import { readAccount } from './dev/project-folder.js';
import { readAuthToken } from './secrets.js';

type Place = Pick<CommandContext, 'env' | 'folder'>;

/**
 * Finds what signs a request: the token of the option, else of the environment, else the one that `ringback dev` has made for this project,
 * so that what it runs can be called from another terminal; else the one of the documentation.
 */
export async function findToken(option: string | undefined, context: Place): Promise<string> {
  return readAuthToken(option, context) ?? (await readProjectToken(context)) ?? TEST_AUTH_TOKEN;
}

/** Finds the same, and tells of a token that nobody has asked for. */
export async function chooseToken(option: string | undefined, context: Place & Pick<CommandContext, 'stderr'>): Promise<string> {
  const token = await findToken(option, context);
  if (readAuthToken(option, context) === undefined) {
    const name =
      token === TEST_AUTH_TOKEN ? `the test token ${TEST_AUTH_TOKEN}` : 'the token that `ringback dev` has made for this project';
    context.stderr.write(`Signed with ${name}, as TWILIO_AUTH_TOKEN is not set.\n`);
  }
  return token;
}

async function readProjectToken({ folder = process.cwd() }: Place): Promise<string | undefined> {
  return (await readAccount(join(folder, '.ringback')))?.authToken;
}
