import type { Deviation } from './deviation.js';

const TASKROUTER = 'against https://www.twilio.com/docs/taskrouter/api/event/reference';

export const taskrouterDeviations: readonly Deviation[] = [
  {
    kind: 'taskrouter.event.reservation',
    parameter: 'ReservationVersion',
    documented: 'not at all',
    actual:
      'in every event of a reservation, with TaskVersion, TaskDateCreated, TaskQueueEnteredDate, TaskVirtualStartTime and TaskIgnoreCapacity',
    source: `a Flex project whose schema live events went through, ${TASKROUTER}`,
  },
  {
    kind: 'taskrouter.event.reservation',
    parameter: 'ResourceType',
    documented: 'with capitals, as in Reservation',
    actual: 'in small letters',
    source: `a Flex project whose schema live events went through, ${TASKROUTER}`,
  },
  {
    kind: 'taskrouter.event.worker-activity',
    parameter: 'Sid',
    documented: 'not at all',
    actual: 'in every event',
    source: `a Flex project whose schema live events went through, ${TASKROUTER}`,
  },
  {
    kind: 'taskrouter.event.worker-activity',
    parameter: 'TimestampMs',
    documented: 'not at all',
    actual: 'in every event',
    source: `two projects that read live events, ${TASKROUTER}`,
  },
  {
    kind: 'taskrouter.event.worker-activity',
    parameter: 'WorkerPreviousActivityName',
    documented: 'not at all',
    actual: 'beside the SID',
    source: `several projects that read live events, ${TASKROUTER}`,
  },
];
