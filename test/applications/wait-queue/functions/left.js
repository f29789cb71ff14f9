exports.handler = (_context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  if (event.QueueResult === 'leave') twiml.say('Goodbye.');
  twiml.hangup();
  callback(null, twiml);
};
