// What each thread of `ringback load --workers` runs. It has a file of its own because a thread is started by a file.
import { runWorker } from '../load/worker.js';

await runWorker();
