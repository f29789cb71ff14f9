export { FlexFlowExternal } from './flex-flow-external.js';
export { FlexInteractionChannel } from './flex-interaction-channel.js';
export { FlexInteractionCreated } from './flex-interaction-created.js';
export { FlexInteractionParticipantLeft } from './flex-interaction-participant-left.js';
