import { type Command, Option } from 'commander';
import { hideSecrets } from '../../delivery/secrets.js';
import { TEST_AUTH_TOKEN } from '../../fixtures/test-auth-token.js';
import { makeReport } from '../../load/make-report.js';
import { runLoad } from '../../load/run-load.js';
import { openStory, StoryError } from '../../load/story.js';
import { readPress } from '../act.js';
import { ANSWERINGS, type CallAct } from '../call/act.js';
import { collect } from '../collect.js';
import { type CommandContext, type Finish, UsageError } from '../context.js';
import { fillLines } from '../help-text.js';
import { describeLoad } from '../load/describe-load.js';
import { addThreshold, type LoadFlags, readCount, readRate, readThink, readTime, readWorkers } from '../load/flags.js';
import { Progress } from '../load/progress.js';
import { readPlan } from '../load/read-plan.js';
import { makePaint } from '../paint.js';
import { toJson } from '../printable.js';
import { readSeed } from '../seed.js';

const EXAMPLES = `
Examples:
  $ ringback load localhost:3000/voice --press 42 --arrive 20/s --duration 5s --hold 2s --think 100ms
  $ ringback load localhost:3000/sms --text 'Hello' --calls 100 --arrive 50/s
  $ ringback load morning.txt --app localhost:3000 --ramp 10s --fail-on 'p99>2s' --fail-on 'errors>0.1%'
  $ ringback load .ringback/sessions/2026-11-30T12-00-00.jsonl --arrive 5/s --json
  $ ringback load story.js --app localhost:3000 --arrive 200/s --workers 2

A file is a script of \`ringback call\`, one of texts (text Hello, expect Thank you), a session of \`ringback dev\`, what \`ringback record\` has
kept, or a module whose default export is a function of a telephone. Everybody who arrives does what it says, in real time.

People arrive when they are due, whatever the application does, and every answer is measured from then on. Limits of --fail-on are figures
of all webhooks, of a kind (voice.incoming:p95>500ms), or of agents (relay:p95>1s, stream:p95>1s).

The exit code is 1 when a limit was passed; without --fail-on, when anything was late, missing, refused or wrong. It is 1 too when the
figures are not reliable, because the generator itself was late. Ctrl+C ends the run, and prints what there is.`;

const MOST_CALLS = 100_000_000;
const MOST_PEOPLE = 1_000_000;

/** `ringback load`: many people at once. */
export function addLoadCommand(program: Command, context: CommandContext, finish: Finish): void {
  const acts: CallAct[] = [];
  program
    .command('load')
    .summary('let many people call or write at once, and measure the answers')
    .description('Lets people call your application, or write to it, at a rate of your choice, and says how it holds up.')
    .argument('<story>', 'what people do: a file, or the URL that answers calls or texts')
    .option('--app <url>', 'where the application listens, for a file; that of the session, or http://localhost:3000')
    .option('--voice <path>', 'where calls go, for a file; /voice where nothing is said')
    .option('--sms <path>', 'where texts go, for a file; /sms where nothing is said')
    .option('--status <path>', 'where the end of calls is told')
    .option('--as <public-url>', 'the URL that Twilio would call, and that is signed')
    .option('--auth-token <token>', 'signs; better set TWILIO_AUTH_TOKEN, which no list of processes shows')
    .option('--to <number>', 'the number that is called and written to', '+12015550123')
    .option('--press <keys>', 'press keys when something listens to them; as often as you like', (keys) => acts.push(readPress(keys)))
    .option('--say <words>', 'say something when something listens', (words) => acts.push({ does: 'say', words }))
    .option('--record <words>', 'say something at the next <Record>', (words) => acts.push({ does: 'record', words }))
    .option('--silence', 'do nothing, until what waits gives up')
    .on('option:silence', () => acts.push({ does: 'wait' }))
    .option('--hangup', 'hang up')
    .on('option:hangup', () => acts.push({ does: 'hang-up' }))
    .option('--text <words>', 'write, instead of calling; as often as you like', collect, [])
    .option('--expect <text>', 'must be heard or read; as often as you like', collect, [])
    .addOption(new Option('--dial <how>', 'what those do whom the application dials').choices([...ANSWERINGS]))
    .addOption(new Option('--arrive <rate>', 'how many people arrive, such as 50/s or 120/m').argParser(readRate).default(10, '10/s'))
    .option('--random', 'leave the times between arrivals to chance, instead of making them equal')
    .option('--calls <number>', 'how many people arrive at most', readCount('--calls', MOST_CALLS))
    .option('--duration <time>', 'how long people arrive; 30s where neither this nor --calls is said', readTime('--duration'))
    .addOption(new Option('--ramp <time>', 'how long the rate rises from nothing').argParser(readTime('--ramp')).default(0, '0s'))
    .option('--warm-up <time>', 'how long nothing is measured; as long as the ramp where nothing is said', readTime('--warm-up'))
    .addOption(
      new Option('--think <time>', 'how long somebody hesitates before they act: 2s, or from 1s..5s')
        .argParser(readThink)
        .default([1000, 1000] as const, '1s'),
    )
    .addOption(
      new Option('--hold <time>', 'how long a caller stays after the last act, unless the other side hangs up')
        .argParser(readTime('--hold'))
        .default(10_000, '10s'),
    )
    .option('--patience <time>', 'how long to wait at the end for what is under way', readTime('--patience'))
    .option('--people <number>', 'how many different people there are', readCount('--people', MOST_PEOPLE), 10_000)
    .option('--workers <number>', 'how many threads make the load', readWorkers, 1)
    .option('--fail-on <limit>', "what must not be, such as 'p99>2s'; as often as you like", addThreshold, [])
    .addOption(
      new Option('--slip <time>', 'how late the generator may be (p99) before its figures are not reliable')
        .argParser(readTime('--slip'))
        .default(50, '50ms'),
    )
    .option('--no-keep-alive', 'open a connection for each request')
    .option('--seed <number>', 'decides numbers, times and SIDs; left out, others each time', readSeed)
    .option('--allow-remote', 'call other machines than this one too')
    .option('--json', 'print what a program reads')
    .addHelpText('after', fillLines(EXAMPLES))
    .action(async (story: string, flags: LoadFlags) => finish(await load(story, acts, flags, context)));
}

async function load(story: string, acts: readonly CallAct[], flags: LoadFlags, context: CommandContext): Promise<0 | 1> {
  const { plan, close } = await readPlan(story, acts, flags, context);
  try {
    await checkStories(plan.stories);
    if (flags.workers > 1 && context.loadWorker === undefined) throw new UsageError('--workers needs the built command');
    const progress = new Progress(context);
    const outcome = await runLoad(plan, {
      workers: flags.workers,
      workerUrl: context.loadWorker,
      signal: context.signal,
      pulse: (pulse) => progress.show(pulse),
    });
    progress.end();
    const report = makeReport({ plan, ...outcome, thresholds: flags.failOn, slipMs: flags.slip });
    const text = flags.json ? `${toJson(report)}\n` : describeLoad(report, makePaint(context));
    context.stdout.write(hideSecrets(text, [plan.authToken === TEST_AUTH_TOKEN ? undefined : plan.authToken]));
    return report.ok ? 0 : 1;
  } finally {
    await close();
  }
}

/** A module that cannot be loaded is told before anybody arrives. */
async function checkStories(stories: readonly Parameters<typeof openStory>[0][]): Promise<void> {
  for (const story of stories) {
    await openStory(story).catch((error: unknown) => {
      if (error instanceof StoryError) throw new UsageError(error.message);
      throw story.type === 'module' ? new UsageError(`The module cannot be loaded: ${(error as Error).message}`) : error;
    });
  }
}
