const { messagingResponse } = require('ringback');
const { webhook } = require('ringback/functions');
const { IncomingMessage } = require('ringback/payloads/messaging');

exports.handler = webhook(IncomingMessage, ({ Body }) => messagingResponse().message(`You said ${Body}`));
