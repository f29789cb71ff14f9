exports.handler = async (context, event, callback) => {
  const twiml = new Twilio.twiml.VoiceResponse();
  if (event.RecordingSid === undefined) {
    twiml.say('Leave a message after the tone.');
    twiml.record({ action: '/voicemail', maxLength: 60, finishOnKey: '#' });
  } else {
    const recording = await context.getTwilioClient().recordings(event.RecordingSid).fetch();
    const body = `${event.From} left ${recording.sid}`;
    await context.getTwilioClient().messages.create({ to: context.TEAM_PHONE, from: context.TWILIO_PHONE_NUMBER, body });
    twiml.say('Thank you.');
    twiml.hangup();
  }
  callback(null, twiml);
};
