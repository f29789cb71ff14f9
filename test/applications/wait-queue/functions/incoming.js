exports.handler = (_context, _event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  twiml.enqueue({ waitUrl: '/wait', action: '/left' }, 'support');
  callback(null, twiml);
};
