// What callers hear while they wait, and what they may choose: one function whose `mode` tells where they are.
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  const twiml = new Twilio.twiml.VoiceResponse();
  const { mode, Digits: digits, CallSid: callSid, From: from } = event;
  // Not every request tells of the queue, so that each hands it on.
  const queueSid = event.queue ?? event.QueueSid;
  const again = `/wait?queue=${queueSid}`;
  if (mode === undefined) {
    const { currentSize } = await client.queues(queueSid).fetch();
    const gather = twiml.gather({ numDigits: 1, timeout: 3, action: `${again}&mode=menu` });
    gather.say(`There are ${currentSize} callers. For other ways press star.`);
    twiml.redirect(again);
  } else if (mode === 'menu') {
    const gather = twiml.gather({ numDigits: 1, timeout: 5, action: `${again}&mode=chosen` });
    gather.say('To be called back press one. To leave a message press two.');
    twiml.redirect(again);
  } else if (digits === '1') {
    await client.messages.create({ to: context.TEAM_PHONE, from: context.TWILIO_PHONE_NUMBER, body: `Call ${from} back` });
    twiml.say('We will call you back.');
    twiml.leave();
  } else if (digits === '2') {
    await client.calls(callSid).update({ method: 'POST', url: `https://${context.DOMAIN_NAME}/voicemail` });
    return callback(null, '');
  } else {
    twiml.redirect(again);
  }
  callback(null, twiml);
};
