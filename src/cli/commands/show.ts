import type { Command } from 'commander';
import { isJson } from '../../delivery/delivery.js';
import { limitOf } from '../../delivery/exchange.js';
import { type FieldType, listFieldTypes } from '../../delivery/field-type.js';
import { listExpected } from '../../delivery/kind.js';
import { formFixture, listVariants } from '../../testing/index.js';
import type { CommandContext, Finish, Meanings } from '../context.js';
import { fillLines } from '../help-text.js';
import { findKind, type NamedKind } from '../kind.js';
import { makePaint } from '../paint.js';

const EXAMPLES = `
Examples:
  $ ringback show voice.gather
  $ ringback show IncomingMessage
  $ ringback show --seed 7 --json messaging.status | jq .sample

The sample is what \`ringback send\` would send, and \`formFixture()\` of ringback/testing makes.`;

/** `ringback show`: tells all about a kind of webhook. */
export function addShowCommand(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('show')
    .summary('tell about a kind of webhook: its parameters, and a sample')
    .description('Tells about a kind of webhook: what it wants to be answered with, its parameters, and a sample.')
    .argument('<kind>', 'its id, such as voice.gather, or the name of its schema')
    .option('--seed <number>', 'which of endlessly many samples', Number, 0)
    .option('--json', 'print what a program reads')
    .addHelpText('after', fillLines(EXAMPLES))
    .action(async (text: string, { seed, json }: { readonly seed: number; readonly json?: true }) => {
      const facts = gatherFacts(findKind(text), Number.isSafeInteger(seed) ? seed : 0, await context.readMeanings());
      context.stdout.write(json ? `${JSON.stringify(facts, undefined, 2)}\n` : describeFacts(facts, context));
      finish(0);
    });
}

interface ParameterFacts extends FieldType {
  readonly parameter: string;
  readonly meaning?: string | undefined;
}

type Facts = ReturnType<typeof gatherFacts>;

function gatherFacts({ schema, name }: NamedKind, seed: number, meanings: Meanings | undefined) {
  const { kind, title, methods, parent, identifiable } = schema;
  const told = meanings?.$defs?.[kind];
  const parameters = [...listFieldTypes(schema)].map(
    ([parameter, type]): ParameterFacts => ({ parameter, ...type, meaning: told?.properties?.[parameter]?.description }),
  );
  return {
    ...{ kind, schema: name, title, description: told?.description, expects: listExpected(schema), limitMs: limitOf(schema), methods },
    ...{ parent, identifiable, signed: schema.unsigned !== true, json: isJson(schema) },
    variants: listVariants(kind).filter((variant) => variant !== undefined),
    parameters,
    sample: formFixture(schema, {}, { seed }) as unknown,
  };
}

const ANSWERS: Readonly<Record<string, string>> = {
  'voice-twiml': 'TwiML for a call',
  'messaging-twiml': 'TwiML for a message',
  'fax-twiml': 'TwiML for a fax',
  json: 'JSON',
  status: 'a status',
  nothing: 'nothing but a status of success',
};

function describeFacts(facts: Facts, context: CommandContext): string {
  const paint = makePaint(context);
  const { kind, schema, title, description = title, parameters, sample } = facts;
  const lines = [
    `${paint('strong', kind)}  ${description}`,
    '',
    `  import { ${schema} } from 'ringback/payloads';`,
    '',
    ...describeNature(facts).map(([label, text]) => `  ${paint('faint', label.padEnd(10))} ${text}`),
    '',
    paint('strong', 'Parameters'),
    ...describeParameters(parameters).map((line) => `  ${line}`),
    '',
    paint('strong', 'Sample'),
    ...describeSample(sample).map((line) => `  ${line}`),
    '',
    paint('faint', `ringback send ${kind} http://localhost:3000/path`),
  ];
  return `${lines.join('\n')}\n`;
}

function describeNature({ expects, limitMs, methods, json, parent, identifiable, signed, variants }: Facts): (readonly [string, string])[] {
  return [
    ['answer', `${expects.map((one) => ANSWERS[one]).join(' or ')}, within ${limitMs / 1000} s`] as const,
    ['sent by', `${methods.join(' or ')}, as ${json ? 'JSON' : 'a form'}${signed ? '' : ', not signed'}`] as const,
    ...(parent === undefined ? [] : [['part of', parent] as const]),
    ...(identifiable ? [] : [['known by', 'its URL alone: its parameters are like those of others'] as const]),
    ...(variants.length === 0 ? [] : [['variants', variants.join(', ')] as const]),
  ];
}

function describeParameters(parameters: readonly ParameterFacts[]): string[] {
  if (parameters.length === 0) return ['those that were set up for it, and no others'];
  const width = Math.min(32, Math.max(0, ...parameters.map(({ parameter }) => parameter.length)));
  return parameters.map(({ parameter, name, required, values, meaning = '' }) => {
    const type = name === 'one of' ? values.slice(0, 6).join(' | ') + (values.length > 6 ? ' | …' : '') : name;
    return `${parameter.padEnd(width)}  ${required ? 'always   ' : 'sometimes'}  ${type}${meaning === '' ? '' : `. ${meaning}`}`;
  });
}

function describeSample(sample: unknown): string[] {
  const isForm = typeof sample === 'object' && sample !== null && Object.values(sample).every((value) => typeof value === 'string');
  if (!isForm) return JSON.stringify(sample, undefined, 2).split('\n');
  return Object.entries(sample as Readonly<Record<string, string>>).map(([name, value]) => `${name}=${value.replaceAll(/\s+/g, ' ')}`);
}
