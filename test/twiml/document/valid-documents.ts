import type { LintOptions } from '../../../src/twiml/document/index.js';

/** Documents as real applications send them, none of which Twilio would warn of: what it is, the document, and where it is fetched. */
export const validDocuments: readonly (readonly [what: string, xml: string, options?: LintOptions])[] = [
  ['an empty response', '<Response/>'],
  ['an empty response in two tags', '<?xml version="1.0" encoding="UTF-8"?>\n<Response></Response>\n'],
  ['an empty response with a space in its tag', '<Response />'],
  ['a standalone document', '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Response><Hangup/></Response>'],
  ['a declaration in single quotes', "<?xml version='1.0' encoding='utf-8'?><Response><Hangup/></Response>"],
  ['an ASCII document that says it is Latin-1', '<?xml version="1.0" encoding="ISO-8859-1"?><Response><Say>Hello</Say></Response>'],
  ['a byte order mark', '\uFEFF<?xml version="1.0" encoding="UTF-8"?><Response><Say>Hello</Say></Response>'],
  ['blank lines before a root without a declaration', '\n\n  <Response><Say>Hello</Say></Response>\n\n'],
  ['lines of Windows', '<?xml version="1.0"?>\r\n<Response>\r\n\t<Say>\r\n\t\tHello\r\n\t</Say>\r\n</Response>\r\n'],
  ['a version of old', '<Response version="2010-04-01"><Say>Hello</Say></Response>'],
  [
    'settings for the connection',
    '<Response><Record action="https://example.com/done#ct=2000&amp;rc=5&amp;rp=4xx,ct&amp;sni=y&amp;e=dublin,london-ix"/></Response>',
  ],
  ['a fragment of another meaning', '<Response><Record action="https://example.com/done#top"/></Response>'],
  ['a pause in speech, and nothing said', '<Response><Say><break time="2s"/></Say></Response>'],
  ['a long number behind a prefix', '<Response><Dial callerId="0011441632960000">+14155550123</Dial></Response>'],
  ['comments everywhere', '<!-- a --><Response><!-- b --><Say><!-- c -->Hello<!-- d --></Say><!-- e --></Response><!-- f -->'],
  ['a processing instruction', '<?xml version="1.0"?><?xml-stylesheet href="/style.xsl"?><Response><Say>Hello</Say></Response>'],
  ['character data', '<Response><Say><![CDATA[Salt & pepper, 3 < 4]]></Say></Response>'],
  ['numeric references', '<Response><Say>caf&#233; &#x1F600; &lt;&gt;&amp;&quot;&apos;</Say></Response>'],
  [
    'other scripts',
    '<Response><Say language="ja-JP" voice="Polly.Mizuki">こんにちは</Say><Say language="ru-RU">Привет 👋</Say></Response>',
  ],
  [
    'a schema for the editor',
    '<Response xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="twiml.xsd"><Say>Hello</Say></Response>',
  ],
  [
    'a menu',
    `<?xml version="1.0" encoding="UTF-8"?>
<Response>
  <!-- Opening hours are checked by the application. -->
  <Gather input="speech dtmf" numDigits="1" timeout="5" speechTimeout="auto" hints="sales, support, billing" action="/menu?attempt=1&amp;from=start" method="POST" language="en-US">
    <Say voice="Polly.Joanna-Neural" language="en-US">Welcome to Example Bank.</Say>
    <Pause length="1"/>
    <Play loop="1">https://cdn.example.com/audio/menu%20v2.mp3</Play>
    <Say voice="Polly.Joanna-Neural">For sales, press 1. For support, press 2.</Say>
  </Gather>
  <Say>Sorry, we did not get that.</Say>
  <Redirect method="GET">/start?attempt=2</Redirect>
</Response>`,
  ],
  [
    'a PIN',
    '<Response><Gather finishOnKey="#" numDigits="4" timeout="10" action="pin.php" actionOnEmptyResult="true"><Say>Your PIN</Say></Gather></Response>',
  ],
  ['a gather until silence', '<Response><Gather finishOnKey="" action="/all"><Play>/prompt.wav</Play></Gather></Response>'],
  [
    'speech with everything',
    `<Response><Gather input="speech" action="https://example.com/speech" partialResultCallback="/partial" partialResultCallbackMethod="POST"
      profanityFilter="false" speechModel="deepgram_nova-3" speechTimeout="3" maxSpeechTime="30" bargeIn="true" enhanced="true" debug="true"
      language="cmn-Hans-CN" hints="$OOV_CLASS_ALPHANUMERIC_SEQUENCE"><Say>Speak</Say></Gather></Response>`,
  ],
  [
    'a mailbox',
    `<Response>
  <Say voice="woman">Please leave a message after the beep. Press the star key when you are done.</Say>
  <Record action="/voicemail/done" method="GET" maxLength="120" finishOnKey="*" timeout="0" playBeep="true" trim="do-not-trim"
    transcribe="true" transcribeCallback="https://example.com/voicemail/text"
    recordingStatusCallback="https://example.com/voicemail/ready" recordingStatusCallbackEvent="in-progress completed absent"/>
  <Say>We did not receive a recording.</Say>
</Response>`,
  ],
  ['a number that is dialled', '<Response><Dial>415-123-4567</Dial></Response>'],
  ['a number in parentheses', '<Response><Dial>(415) 555-1234</Dial><Say>Goodbye</Say></Response>'],
  ['a number with dots and spaces', '<Response><Dial callerId="+1 415.555.0100"> +44 20 7946 0018 </Dial></Response>'],
  ['a number over several lines', '<Response>\n  <Dial timeout="10" record="true">\n    415-123-4567\n  </Dial>\n</Response>'],
  ['a short code and a masked number', '<Response><Dial>12345</Dial><Dial><Number>+1415XXXXXXX</Number></Dial></Response>'],
  [
    'a hunt group',
    `<Response>
  <Dial timeout="20" timeLimit="14400" callerId="+15550001111" answerOnBridge="true" ringTone="uk" sequential="true" hangupOnStar="false"
    record="record-from-answer-dual" recordingTrack="both" trim="trim-silence" recordingStatusCallback="/rec" recordingStatusCallbackEvent="completed"
    referUrl="/refer" referMethod="POST" action="/dialled" method="POST">
    <Number sendDigits="wwww1928" url="/whisper" method="GET" statusCallback="/status" statusCallbackEvent="initiated ringing answered completed"
      statusCallbackMethod="POST" machineDetection="DetectMessageEnd" machineDetectionTimeout="30" amdStatusCallback="/amd">+14155550123</Number>
    <Client statusCallbackEvent="completed answered" statusCallback="/status">joey.smith@example.com</Client>
    <Client><Identity>alice_1</Identity><Parameter name="FirstName" value="Alice"/></Client>
    <Sip username="admin" password="1234">sip:kate@example.com:5060;transport=tls?x-customer=7&amp;User-to-User=34;encoding=hex</Sip>
    <WhatsApp>+14155550124</WhatsApp>
  </Dial>
</Response>`,
  ],
  ['ten numbers', `<Response><Dial>${'<Number>+14155550123</Number>'.repeat(10)}</Dial></Response>`],
  [
    'several SIP URIs',
    '<Response><Dial><Sip><Uri priority="1" weight="50">sips:a@example.com</Uri><Uri>sip:b@10.0.0.1</Uri></Sip></Dial></Response>',
  ],
  ['a SIP domain without a scheme', '<Response><Dial><Sip>kate@example.com</Sip></Dial></Response>'],
  [
    'a SIP header of the old examples',
    '<Response><Dial><Sip>sip:jack@example.com?mycustomheader=foo&amp;myotherheader=bar</Sip></Dial></Response>',
  ],
  ['a long queue', '<Response><Enqueue maxQueueSize="5000">support</Enqueue></Response>'],
  ['a SIM', '<Response><Dial><Sim>DE0123456789abcdef0123456789abcdef</Sim></Dial></Response>'],
  [
    'an application',
    '<Response><Dial><Application copyParentTo="true" customerId="C-7"><ApplicationSid>AP1234567890abcdef1234567890abcd</ApplicationSid><Parameter name="a" value=""/></Application></Dial></Response>',
  ],
  ['an application by its text', '<Response><Dial><Application>AP0123456789abcdef0123456789abcdef</Application></Dial></Response>'],
  [
    'a moderated conference',
    `<Response>
  <Say>You will now be connected.</Say>
  <Dial hangupOnStar="true">
    <Conference startConferenceOnEnter="false" endConferenceOnExit="true" muted="false" beep="onEnter" waitUrl="" waitMethod="GET" maxParticipants="10"
      record="record-from-start" trim="do-not-trim" region="us1" jitterBufferSize="small" coach="CAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" participantLabel="agent"
      statusCallback="https://example.com/events" statusCallbackEvent="start end join leave mute hold modify speaker announcement">Room 1234</Conference>
  </Dial>
</Response>`,
  ],
  ['a conference in a new region', '<Response><Dial><Conference region="xx9">Room</Conference></Dial></Response>'],
  [
    'a queue of a contact centre',
    `<Response>
  <Enqueue workflowSid="WW0123456789abcdef0123456789abcdef" waitUrl="http://com.twilio.sounds.music.s3.amazonaws.com/index.xml" waitUrlMethod="GET" action="/after">
    <Task priority="5" timeout="3600">{"account_number": "12345", "skills": ["fr", "en"]}</Task>
  </Enqueue>
</Response>`,
  ],
  ['a queue', '<Response><Enqueue waitUrl="wait-music.xml" maxQueueSize="100">support</Enqueue></Response>'],
  [
    'an agent of a queue',
    '<Response><Dial><Queue url="/about-to-connect" reservationSid="WR0123456789abcdef0123456789abcdef">support</Queue></Dial></Response>',
  ],
  [
    'waiting in a queue',
    '<Response><Say>You are number 3.</Say><Play>/hold.mp3</Play><Gather numDigits="1" action="/leave"/><Redirect/></Response>',
    { context: 'enqueue-wait-url' },
  ],
  ['leaving a queue', '<Response><Say>We will call you back.</Say><Leave/></Response>'],
  [
    'waiting for a conference',
    '<Response><Play loop="0">/hold.mp3</Play><Pause length="2"/><Redirect/></Response>',
    { context: 'conference-wait-url' },
  ],
  [
    'a whisper',
    '<Response><Gather numDigits="1" action="/screen"><Say>Press a key to accept.</Say></Gather><Hangup/></Response>',
    { context: 'dial-url' },
  ],
  ['before a caller leaves a queue', '<Response><Say>This call may be recorded.</Say></Response>', { context: 'queue-url' }],
  ['a document in a REST call', '<Response><Record action="https://example.com/done"/></Response>', { context: 'inline' }],
  ['a call under way that is recorded', '<Response><Record action="/done"/></Response>', { context: 'live-call' }],
  [
    'a payment',
    `<Response>
  <Pay input="dtmf" paymentConnector="Stripe_Connector" tokenType="one-time" chargeAmount="20.45" currency="usd" description="Invoice 7" postalCode="94111"
    minPostalCodeLength="5" securityCode="true" timeout="5" maxAttempts="3" validCardTypes="visa mastercard amex discover jcb diners-club"
    language="en-US" action="https://example.com/paid" statusCallback="/pay-status">
    <Prompt for="payment-card-number" attempt="1"><Say>Your card number, please.</Say></Prompt>
    <Prompt for="payment-card-number" attempt="2 3" errorType="timeout invalid-card-number invalid-card-type"><Play>/again.mp3</Play><Pause/></Prompt>
    <Prompt for="security-code" cardType="amex visa"><Say>The four digits on the front.</Say></Prompt>
    <Parameter name="customer" value="7"/>
  </Pay>
  <Say>Thank you.</Say>
</Response>`,
  ],
  [
    'a payment from a bank account',
    `<Response><Pay paymentMethod="ach-debit" bankAccountType="commercial-checking" chargeAmount="13.22" action="/paid">
      <Prompt for="bank-account-number" requireMatchingInputs="true"><Say>Your account number</Say></Prompt></Pay></Response>`,
  ],
  ['tokens alone', '<Response><Pay chargeAmount="0" postalCode="false" tokenType="reusable"/></Response>'],
  [
    'speech markup',
    `<Response><Say voice="Polly.Matthew">
  <p><s>Hello.</s><s>It is <say-as interpret-as="date" format="mdy">12/01/2026</say-as>.</s></p>
  <break strength="x-weak" time="100ms"/>
  <emphasis level="moderate">Words to <sub alias="emphasise">emph.</sub></emphasis>
  <lang xml:lang="fr-FR">Je ne parle pas</lang>
  <phoneme alphabet="x-sampa" ph="pI.kAn">pecan</phoneme>
  <prosody volume="-6dB" rate="85%" pitch="+10%">slower <prosody rate="x-fast">and <w role="amazon:VB">read</w></prosody></prosody>
  <say-as interpret-as="spell-out">hello</say-as> <say-as interpret-as="currency" language="en-US">$42</say-as>
</Say></Response>`,
  ],
  ['speech markup alone', '<Response><Say><break time="2.5s"/></Say></Response>'],
  [
    "a vendor's markup",
    '<Response><Say voice="Polly.Joanna"><speak><amazon:effect name="whispered">psst</amazon:effect><mark name="a"/></speak></Say></Response>',
  ],
  [
    "Google's prosody",
    '<Response><Say voice="Google.en-US-Wavenet-A"><prosody rate="slow" pitch="-2st" volume="6dB">Hello</prosody></Say></Response>',
  ],
  [
    'a voice of next year',
    '<Response><Say voice="Polly.Zaphod-Generative">Hello</Say><Say voice="NewVendor.some-voice">Hello</Say></Response>',
  ],
  [
    'an old voice and language',
    '<Response><Say voice="alice" language="en-gb" loop="2">Hello</Say><Say voice="man" language="es">Hola</Say></Response>',
  ],
  ["a British voice with an American's language", '<Response><Say voice="Polly.Amy" language="en-US">Hello</Say></Response>'],
  [
    'as much as may be said',
    `<Response><Say>${'a'.repeat(4096)}</Say><Say voice="Google.en-US-Standard-C">${'a'.repeat(5000)}</Say></Response>`,
  ],
  [
    'a conversation relay',
    `<Response>
  <Connect action="https://example.com/connect-action">
    <ConversationRelay url="wss://relay.example.com/ws?session=1" welcomeGreeting="Hi! Ask me anything." welcomeGreetingInterruptible="speech"
      language="en-US" ttsProvider="ElevenLabs" voice="UgBBYS2sOqTuMpoF3BR0-flash_v2_5-1.0_0.6_0.8" transcriptionProvider="deepgram" speechModel="nova-3-general"
      interruptible="any" interruptSensitivity="low" dtmfDetection="true" reportInputDuringAgentSpeech="none" preemptible="false" profanityFilter="true"
      hints="Twilio,ConversationRelay" debug="debugging speaker-events tokens-played" intelligenceService="GA0123456789abcdef0123456789abcdef"
      elevenlabsTextNormalization="off" deepgramsmartformat="true" ignoreBackchannel="true" speechtimeout="700">
      <Language code="sv-SE" ttsProvider="amazon" voice="Elin-Neural" transcriptionProvider="google" speechModel="long"/>
      <Language code="multi"/>
      <Parameter name="callerName" value="Kate"/>
    </ConversationRelay>
  </Connect>
</Response>`,
  ],
  [
    'streams',
    `<Response>
  <Start><Stream name="my_stream" url="wss://mystream.ngrok.io/audiostream" track="both_tracks" statusCallback="https://example.com/s">
    <Parameter name="FirstName" value="Jane"/></Stream></Start>
  <Start><Siprec name="rec" connectorName="connector" track="inbound_track"><Parameter name="a" value="b"/></Siprec></Start>
  <Start><Transcription name="t" statusCallbackUrl="https://example.com/t" languageCode="en-US" track="both_tracks" inboundTrackLabel="agent"
    transcriptionEngine="google" speechModel="telephony" partialResults="true" hints="a,b" enableAutomaticPunctuation="false" enableProviderData="true"/></Start>
  <Start><Recording recordingStatusCallback="https://example.com/r" channels="mono" track="both"/></Start>
  <Dial>+14155550123</Dial>
</Response>`,
  ],
  ['a stream both ways', '<Response><Connect><Stream url="wss://{{host}}/media"/></Connect><Say>The stream has ended.</Say></Response>'],
  ['a relative stream', '<Response><Connect><Stream url="/media"/></Connect></Response>'],
  [
    'the end of a stream',
    '<Response><Stop><Stream name="my_stream"/><Siprec name="rec"/><Transcription name="t"/><Recording name="r"/></Stop><Hangup/></Response>',
  ],
  [
    'a virtual agent',
    '<Response><Connect><VirtualAgent connectorName="project" statusCallback="/va"><Config name="language" value="en-us"/><Parameter name="a" value="b"/></VirtualAgent></Connect></Response>',
  ],
  ['a video room', '<Response><Connect><Room participantIdentity="kate">DailyStandup</Room></Connect></Response>'],
  ['a referral', '<Response><Refer action="/refer-status" method="POST"><Sip>sip:alice@example.com?X-Account=7</Sip></Refer></Response>'],
  ['a rejection', '<Response><Reject reason="busy"/></Response>'],
  ['a rejection after a moment', '<Response><Pause length="3"/><Reject/></Response>'],
  ['digits that are played', '<Response><Play digits="wwww3W#*A"></Play><Play>cowbell.mp3</Play></Response>'],
  ['an echo test', '<Response><Echo/></Response>'],
  ['an annotation', '<Response><Annotate><BillingReferenceTag>support</BillingReferenceTag></Annotate><Say>Hello</Say></Response>'],
  ['a redirect to itself', '<Response><Gather action="/a"/><Redirect></Redirect></Response>'],
  ['verbs that are never run', '<Response><Hangup/><Say>Nobody hears this.</Say><Dial>+14155550123</Dial></Response>'],
  [
    'what is in capitals',
    '<Response><Dial record="TRUE" answerOnBridge="False"><Conference muted="True">Room</Conference></Dial></Response>',
  ],
  [
    'space around values',
    '<Response><Gather timeout=" 5 " input=" dtmf  speech " action=" /a "><Say loop=" 2 ">Hello</Say></Gather></Response>',
  ],
  [
    'URLs of all sorts',
    '<Response><Redirect>../next.php?x=y#z</Redirect><Play>//cdn.example.com/a.mp3</Play><Play>http://user:pw@localhost:8080/a</Play><Play>http://[::1]/a</Play></Response>',
  ],
  [
    'a host without a scheme',
    '<Response><Gather action="www.example.com/next"/><Redirect>example.com</Redirect><Play>localhost:3000/a.mp3</Play></Response>',
  ],
  ['an international host', '<Response><Redirect>https://bücher.example/nächste?q=ä</Redirect></Response>'],
  [
    'a template',
    `<Response><Say voice="{{voice}}" language="\${lang}">Hello {{name}}</Say><Gather numDigits="{{digits}}" action="{{base}}/menu?x=\${y}"/><Dial timeout="{{t}}"><Number>{{number}}</Number></Dial></Response>`,
  ],
  [
    'names in capitals',
    '<Response><Dial callerId="YOUR_CALLER_ID"><Number url="https://YOUR_DOMAIN/whisper">YOUR_NUMBER</Number></Dial></Response>',
  ],
  ['a message', '<?xml version="1.0" encoding="UTF-8"?>\n<Response>\n    <Message>Store Location: 123 Easy St.</Message>\n</Response>'],
  ['a message without words', '<Response><Message><Media>https://demo.twilio.com/owl.png</Media></Message></Response>'],
  [
    'messages',
    `<Response>
  <Message to="+14155550123" from="MyCompany" action="/sent" method="GET" statusCallback="https://example.com/s"><Body>Hello 👋</Body><Media>/logo.png</Media></Message>
  <Message to="whatsapp:+14155550123" from="messenger:1234567">Text and <Media>https://example.com/b.pdf</Media></Message>
  <Redirect>http://example.com/next</Redirect>
</Response>`,
  ],
  ['as much as may be sent', `<Response><Message>${'a'.repeat(1600)}</Message></Response>`],
  ['an old message', '<Response><Sms from="+14155550100" to="+14155550123">Hello</Sms></Response>'],
  ['an old message in a call', '<Response><Say>I will text you.</Say><Sms>Here it is.</Sms></Response>'],
  [
    'a redirect of a message',
    '<Response><Redirect method="POST">https://example.com/next</Redirect></Response>',
    { document: 'messaging' },
  ],
  ['a fax', '<Response><Receive action="/fax/received" mediaType="image/tiff" pageSize="a4" storeMedia="true"/></Response>'],
  [
    'a TwiML Bin that calls everybody in a list',
    '<Response><Dial callerId="+14155550100">{{#Dest}}<Number>{{.}}</Number>{{/Dest}}</Dial></Response>',
  ],
  [
    'a TwiML Bin with two ways',
    '<Response>{{#Vip}}<Redirect>/vip</Redirect>{{/Vip}}{{^Vip}}<Say>Hello {{Name}}</Say>{{/Vip}}<Dial>{{#e164}}{{To}}{{/e164}}</Dial></Response>',
  ],
  [
    'a TwiML Bin that connects in one of two ways',
    '<Response><Connect>{{#Relay}}<ConversationRelay url="{{Url}}"/>{{/Relay}}{{^Relay}}<Stream url="{{Url}}"/>{{/Relay}}</Connect></Response>',
  ],
  [
    'a TwiML Bin that answers with pictures',
    '<Response>{{#Yes}}<Message><Body>{{Text}}</Body>{{#Pictures}}<Media>{{.}}</Media>{{/Pictures}}</Message>{{/Yes}}</Response>',
  ],
  ['a template with conditions of another language', '<Response>{% if open %}<Say>Hello</Say>{% endif %}</Response>'],
  [
    'what Twilio has added in 2026',
    `<Response><Start><MediaFilter name="quiet" filterType="noise" track="inbound_track"/></Start><Connect><ConversationRelay url="wss://example.com/r" applicationReconnect="true" asrSmartFormat="true" conversationId="a" customerName="Kate" eagerEotThreshold="0.4" echoPromptFiltering="true" elevenlabsLanguageTextNormalization="true" includeInPrompt="turn-state prompt-segments" partialPromptOnHangup="true" ttsLanguageTextNormalization="true" ttsTextNormalization="auto" turnDetection="true" events="config-updated"><Language code="sv-SE" asrSmartFormat="true" hints="a, b" ttsLanguageTextNormalization="true" ttsTextNormalization="on"/><Failover/></ConversationRelay></Connect></Response>`,
  ],
  ['a query for a relay', '<Response><Connect><ConversationRelay url="wss://example.com/r?call=7"/></Connect></Response>'],
  ['a name for a SIP endpoint', '<Response><Dial callerId="Acme"><Sip>sip:kate@example.com</Sip></Dial></Response>'],
  ['a number from abroad, as it is dialled in the US', '<Response><Dial>011442079460123</Dial></Response>'],
];
