/**
 * Measures subjects side by side: every round runs each of them in turn, so that whatever else the machine does falls upon all alike, and a
 * subject's time is the median of its rounds. It is the processor's time, which other programs do not add to. Times differ from machine to machine; the ratios of one run are what is worth reading.
 */
import process from 'node:process';

/**
 * @param {Record<string, () => unknown>} subjects
 * @param {{ rounds?: number, milliseconds?: number }} [options] - How often, and how long a round of a subject takes.
 * @returns {Record<string, number>} Microseconds of a call.
 */
export function measure(subjects, { rounds = 31, milliseconds = 20 } = {}) {
  const names = Object.keys(subjects);
  const counts = Object.fromEntries(names.map((name) => [name, countCalls(subjects[name], milliseconds)]));
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) times[name].push(time(subjects[name], counts[name]));
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])]));
}

/** Finds how many calls fill a round, which also warms the subject up. */
function countCalls(subject, milliseconds) {
  for (let count = 1; ; count *= 2) {
    const microseconds = time(subject, count) * count;
    if (microseconds >= milliseconds * 500) return Math.max(1, Math.round((count * milliseconds * 1_000) / microseconds));
  }
}

function time(subject, count) {
  const start = process.cpuUsage();
  for (let at = 0; at < count; at += 1) subject();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / count;
}

function median(numbers) {
  return numbers.toSorted((left, right) => left - right)[numbers.length >> 1];
}
