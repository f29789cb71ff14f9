/** What elements and their attributes mean, from the doc comments of their declarations: made by tools/element-docs.js. */
export const ELEMENT_DOCS: Readonly<Record<string, { readonly docs: string; readonly attributes: Readonly<Record<string, string>> }>> = {
  'voice/ai-session': {
    docs: "Lets an AI agent that is set up elsewhere take the call. Only Twilio's libraries have it.",
    attributes: {
      aiConnector: 'Which connector takes the call, by its unique name.',
      aiSessionConfiguration: 'Which configuration the session has, by its unique name.',
    },
  },
  'voice/annotate': {
    docs: "Marks the call for your own accounting. Twilio's error messages alone know it, and its libraries do not.",
    attributes: {},
  },
  'voice/application-sid': {
    docs: 'Names the app, by `AP` and 32 hexadecimal digits.',
    attributes: {},
  },
  'voice/application': {
    docs: "Hands the caller to a TwiML app, of this account or another, which sees who calls. A text is the app's SID. No other noun may stand beside it.",
    attributes: {
      customerId: 'Tells the app who sends the call, in up to 256 characters. Default: your Account SID.',
      copyParentTo: 'Tells the app the number that was called as `To`, instead of its own SID. Default: false.',
      url: "A document to run before the two are connected. Only Twilio's libraries have it.",
      method: 'HTTP method for `url`.',
      statusCallback: "Where Twilio reports how this call goes. Only Twilio's libraries have it.",
      statusCallbackEvent: 'Which steps it reports there.',
      statusCallbackMethod: 'HTTP method for `statusCallback`.',
    },
  },
  'voice/assistant': {
    docs: "Lets an AI Assistant of Twilio's talk with the caller. Deprecated: Twilio has withdrawn AI Assistants; use `conversationRelay`.",
    attributes: {
      id: 'The assistant.',
      welcomeGreeting: 'What the caller hears first.',
      welcomeGreetingInterruptible: 'What the caller can interrupt the greeting with.',
      language: 'The language of both sides.',
      ttsLanguage: 'The language that the caller hears.',
      ttsProvider: 'Whose voices speak.',
      voice: 'The voice, by its name at the provider.',
      elevenlabsTextNormalization: 'Lets ElevenLabs spell out numbers and the like before it speaks.',
      transcriptionLanguage: 'The language that the caller speaks.',
      transcriptionProvider: 'Whose engine understands the caller.',
      speechModel: "The engine's model.",
      hints: 'Words and phrases that the caller is likely to say, with commas between them.',
      profanityFilter: 'Keeps profanities out of what the assistant gets.',
      partialPrompts: 'Passes on what the caller says before it is finished, too.',
      interruptible: 'What the caller can interrupt with.',
      interruptSensitivity: "How easily the caller's speech interrupts.",
      preemptible: 'Lets the next text cut off the one that is being said.',
      reportInputDuringAgentSpeech: 'Passes on what the caller says or presses while something is being said.',
      dtmfDetection: 'Passes keys on.',
      debug: 'What is reported to find faults with.',
      intelligenceService: 'SID or unique name of the Conversational Intelligence service that keeps the transcript.',
    },
  },
  'voice/autopilot': {
    docs: 'Lets an Autopilot assistant talk with the caller, by its SID or unique name. Deprecated: Twilio has withdrawn Autopilot; use `conversationRelay`.',
    attributes: {},
  },
  'voice/billing-reference-tag': {
    docs: 'The reference, in up to 128 characters.',
    attributes: {},
  },
  'voice/client': {
    docs: 'Calls an app made with one of the Voice SDKs, by its identity: up to 256 characters without spaces; mobile apps take letters, digits and underscores.',
    attributes: {
      url: 'A document for the person called, after the answer and before the two are connected, say to announce the call or to let it be declined. It may hold `<Play>`, `<Say>`, `<Gather>` and `<Hangup>` alone.',
      method: 'HTTP method for `url`. Default: "POST".',
      statusCallback: 'Where Twilio reports how this call goes.',
      statusCallbackEvent: 'Which steps it reports there. Default: ["completed"].',
      statusCallbackMethod: 'HTTP method for `statusCallback`. Default: "POST".',
      clientNotificationUrl:
        "Where Twilio asks you to wake the app, if you send its push notifications yourself. Twilio posts; the host's name may have no underscore. No library of Twilio's has it.",
    },
  },
  'voice/conference': {
    docs: 'Joins the caller to a conference of your account by its name, which should hold no personal data. It starts with the second participant; until then there is music.',
    attributes: {
      startConferenceOnEnter:
        'Starts the conference when this participant joins. With `false` they wait, muted and with music, for one who has `true`. Default: true.',
      endConferenceOnExit: 'Ends the conference for everyone when this participant leaves. Default: false.',
      muted: 'Lets this participant listen only. Default: false.',
      beep: 'Lets the others hear a beep when this participant joins and leaves, or on one of the two. Default: true.',
      maxParticipants: 'How many may be in the conference, 1 to 250. Default: 250.',
      participantLabel:
        'A name of your own for this participant, for the REST API: up to 128 characters, no `/`, unlike a Call SID. Who brings a label that is taken is not let in, and the next verb runs.',
      waitUrl:
        "What plays until the conference starts: an MP3 or WAV file, or a document of `<Say>`, `<Play>`, `<Pause>` and `<Redirect>`, which is run once. An empty text is silence. Default: Twilio's classical music.",
      waitMethod: 'HTTP method for `waitUrl`. Audio files should have GET, so that Twilio can keep them. Default: "POST".',
      jitterBufferSize:
        'How much this participant\'s sound is delayed to even out a bad connection: `small` 20 ms, `medium` 40 ms, `large` 60 ms; with `off`, late sound is lost. Default: "large".',
      coach:
        'SID of the call of the participant who alone hears this one. If it is not in the conference, this call fails with error 13240.',
      whisper: 'SID of the call to coach. Deprecated: It is `coach` now.',
      region: 'Where the sound is mixed. The first participant with a region decides. Default: where most participants are near.',
      record: 'Records the conference from the second participant on, without the music before it. Default: "do-not-record".',
      trim: 'Cuts silence off the beginning and the end of the recording, or leaves it. Default: "trim-silence".',
      recordingStatusCallback: 'Where Twilio reports on the recording, for example that its file can be fetched.',
      recordingStatusCallbackEvent: 'What it reports there. Default: ["completed"].',
      recordingStatusCallbackMethod: 'HTTP method for `recordingStatusCallback`. Default: "POST".',
      recordingConfigurationId: 'The recording configuration of your account that this recording is made and kept by.',
      statusCallback: 'Where Twilio reports what happens in the conference. The first participant with one decides.',
      statusCallbackEvent: 'What it reports there; nothing without it. The first participant decides.',
      statusCallbackMethod: 'HTTP method for `statusCallback`. Default: "POST".',
      eventCallbackUrl: 'Where Twilio reports that the recording is ready. Deprecated: Use `recordingStatusCallback`.',
    },
  },
  'voice/config': {
    docs: 'Sets one setting of the engine or agent.',
    attributes: {
      name: 'The setting, by its name at the provider; for a virtual agent, for example `language`, `voiceName` or `welcomeIntent`.',
      value: 'What to set it to.',
    },
  },
  'voice/connect': {
    docs: 'Connects the caller with something that takes the call over until it is done. The next verb runs afterwards, unless there is an `action`.',
    attributes: {
      action: 'Where Twilio asks how the call goes on when it is done. No verb after this one runs then.',
      method: 'HTTP method for `action`. Default: "POST".',
    },
  },
  'voice/conversation-relay-session': {
    docs: "Lets a conversation that is set up elsewhere take the call. Only Twilio's libraries have it.",
    attributes: {
      connector: 'Which connector takes the call, by its unique name.',
      sessionConfiguration: 'Which configuration the session has, by its unique name.',
    },
  },
  'voice/conversation-relay': {
    docs: 'Lets your WebSocket server talk with the caller in text: Twilio turns speech into text and text into speech.',
    attributes: {
      url: 'Your WebSocket server, by wss only.',
      welcomeGreeting: 'What the caller hears first.',
      welcomeGreetingInterruptible: 'What the caller can interrupt the greeting with: keys, speech, either or nothing. Default: "any".',
      language: 'The language of both sides. Default: "en-US".',
      ttsLanguage: 'The language that the caller hears, where it is not `language` and your message does not say.',
      ttsProvider: 'Whose voices speak. Default: "ElevenLabs".',
      voice:
        "The voice, by its name at the provider. Default: ElevenLabs' `UgBBYS2sOqTuMpoF3BR0`, Google's `en-US-Journey-O`, Amazon's `Joanna-Neural`.",
      ttsTextNormalization: 'Spells out numbers and the like before they are spoken. Wins over `elevenlabsTextNormalization`.',
      ttsLanguageTextNormalization: 'Spells out numbers and the like as the language wants it.',
      elevenlabsTextNormalization:
        'Lets ElevenLabs spell out numbers and the like before it speaks; `auto` is `off` in calls. Default: "off".',
      elevenlabsLanguageTextNormalization: 'The former name of `ttsLanguageTextNormalization`.',
      transcriptionLanguage: 'The language that the caller speaks, where it is not `language`.',
      transcriptionProvider:
        'Whose engine understands the caller; capitals do not matter. Default: "Deepgram", or "Google" for accounts that used this before September 12, 2025.',
      speechModel:
        "The engine's model. Default: Google's `telephony`; Deepgram's `nova-3-general`, or `nova-2-general` for languages without it.",
      hints: 'Words and phrases that the caller is likely to say.',
      profanityFilter: 'Keeps profanities out of what your server gets.',
      partialPrompts: "Sends what the caller says before it is finished, too. Deepgram's `flux` alone can. Default: false.",
      partialPromptOnHangup: 'Sends what the caller was saying as a prompt when the call ends in the middle of it.',
      echoPromptFiltering: 'Drops what is only an echo of the spoken text. Default: false.',
      includeInPrompt: "What else is told in each prompt: where the caller's turn is, or the parts that the prompt was put together from.",
      turnDetection: 'Lets the engine decide when the caller has finished, rather than silence alone. Default: false.',
      eotThreshold:
        "How sure Deepgram's `flux` must be that the caller has finished, 0.5 to 0.9. No library of Twilio's has it. Default: 0.8.",
      eagerEotThreshold:
        'How sure the engine must be, 0.3 to 0.9, to tell beforehand that the caller has probably finished. It comes before `eotThreshold`.',
      interruptible:
        'What the caller can interrupt with: keys, speech, either or nothing. `true` is `any`, `false` is `none`. Default: "any".',
      interruptSensitivity: 'How easily the caller\'s speech interrupts. Default: "high".',
      preemptible: 'Lets your next text cut off the one that is being said. Default: false.',
      reportInputDuringAgentSpeech:
        'What your server gets from the caller while something is being said: keys, speech, either or nothing. Default: "none"; it was "any" before May 2025.',
      dtmfDetection: 'Sends keys to your server. Default: false.',
      events: 'What else your server gets: who is speaking, which words have been played, and changes of the settings.',
      debug: 'What your server gets to find faults with. `events` takes the last two as well.',
      intelligenceService: 'SID or unique name of the Conversational Intelligence service that keeps the transcript and evaluates it.',
      applicationReconnect: 'Connects to your server once more when the WebSocket breaks during the call. Default: false.',
      conversationConfiguration: 'The Conversation Orchestrator configuration to use, by id or unique name.',
      conversationId: 'The Conversation Orchestrator conversation that this belongs to.',
      customerName: "What the caller is called in that conversation and in Conversational Intelligence. Default: the caller's number.",
      speechTimeout: 'Milliseconds of silence, 600 to 5000, after which the caller has finished, or `auto`. Default: "auto".',
      ignoreBackchannel: 'Lets the caller say "yes" or "uh-huh" without interrupting. Default: false.',
      deepgramSmartFormat: 'Writes numbers, dates, amounts and addresses as one would, not as they are said. Deepgram only. Default: true.',
      asrSmartFormat: 'Writes numbers, dates, amounts and addresses as one would, with any engine. Wins over `deepgramSmartFormat`.',
      backgroundNoiseReduction: 'Filters noise around the caller out. Its values are not documented.',
    },
  },
  'voice/conversation': {
    docs: "Puts the call into a conversation of Twilio's Conversations. Deprecated: Twilio's documentation no longer has it; use `enqueue` with a TaskRouter workflow.",
    attributes: {
      serviceInstanceSid: 'SID of the Conversations service.',
      inboundAutocreation: 'Makes a conversation for a caller who has none.',
      inboundTimeout: 'Seconds that the caller waits for an answer.',
      routingAssignmentTimeout: 'Seconds that Twilio looks for someone to take the call.',
      url: 'A document for the person who takes the call, before the two are connected.',
      method: 'HTTP method for `url`.',
      record: 'Records the call from the answer or from the ringing on: both sides in one channel, or (`-dual`) in one each.',
      trim: 'Cuts silence off the beginning and the end of the recording, or leaves it.',
      recordingStatusCallback: 'Where Twilio reports on the recording, for example that its file can be fetched.',
      recordingStatusCallbackEvent: 'What it reports there.',
      recordingStatusCallbackMethod: 'HTTP method for `recordingStatusCallback`.',
      statusCallback: 'Where Twilio reports how the call goes.',
      statusCallbackEvent: 'Which steps it reports there.',
      statusCallbackMethod: 'HTTP method for `statusCallback`.',
    },
  },
  'voice/dial': {
    docs: 'Calls someone and connects the two calls, joins a conference, or takes a caller out of a queue. A text is the number to call. The next verb runs when the other side has hung up or could not be reached, unless there is an `action`.',
    attributes: {
      action:
        'Where Twilio asks how the call goes on when the dialled one has ended, telling how it went in `DialCallStatus`. No verb after this one runs then. Default: none: the next verb runs.',
      method: 'HTTP method for `action`. Default: "POST".',
      timeout: 'Seconds to let it ring, 5 to 600; Twilio adds about five. Means nothing with a conference. Default: 30.',
      timeLimit:
        'Seconds after which the connected call is cut off: 14400 at most, or 86400 if your account may have calls of 24 hours. Default: 14400.',
      callerId:
        "What the other side sees: a number of yours, one that you have verified, or the call's own `To` or `From`. For a client it may be `client:` and an identity, for a SIP endpoint any letters, digits and `+-_.`; a conference has no use for it. Default: the caller's number.",
      callReason: "Why you call, in up to 50 characters, for the other side's screen. It needs branded calls, a private beta.",
      answerOnBridge:
        "Lets the caller hear ringing until the other side answers, and answers the caller's call only then. This must be the first verb. Default: false.",
      hangupOnStar: 'Lets the caller leave the other side by pressing `*`, so that your document goes on. Default: false.',
      sequential: 'Calls one after the other, in order, instead of all at once. Default: false.',
      ringTone: "The country whose ringing the caller hears. Default: what the other side's carrier plays.",
      record:
        'Records the call from the answer or from the ringing on: both sides in one channel, or (`-dual`) the caller in the first and the other side in the second. `true` is `record-from-answer`. Default: "do-not-record".',
      trim: 'Cuts silence off the beginning and the end of the recording, or leaves it. Default: "do-not-trim".',
      recordingTrack: 'Which side of the caller\'s call is recorded. Default: "both".',
      recordingStatusCallback: 'Where Twilio reports on the recording, for example that its file can be fetched.',
      recordingStatusCallbackEvent: 'What it reports there. Default: ["completed"].',
      recordingStatusCallbackMethod: 'HTTP method for `recordingStatusCallback`. Default: "POST".',
      recordingConfigurationId: 'The recording configuration of your account that this recording is made and kept by.',
      referUrl: 'Where Twilio asks what to do when a SIP endpoint of the call sends a REFER. Not for an `<Application>`.',
      referMethod: 'HTTP method for `referUrl`. Default: "POST".',
      events: 'Subscribes to events of the dialled call. Undocumented; one value is known.',
      passports: 'Signed statements on who calls (SHAKEN, `div`), in Base64 with commas between them, that go along to the other side.',
      ifMachine: 'What to do when a machine answers. Deprecated: Only an old error message knows it; use `machineDetection` of `<Number>`.',
    },
  },
  'voice/echo': {
    docs: 'Lets the caller hear what they say, to test the line. Undocumented.',
    attributes: {},
  },
  'voice/enqueue': {
    docs: 'Puts the caller into a queue, by a name of 1 to 64 characters; a queue that does not exist is made. With `workflowSid` TaskRouter takes the caller instead. The next verb runs when the caller has left the queue, unless there is an `action`.',
    attributes: {
      action:
        'Where Twilio asks how the call goes on when the caller leaves the queue, telling why in `QueueResult`; after a connected call, when that has ended. Default: none: the next verb runs.',
      method: 'HTTP method for `action`. Default: "POST".',
      waitUrl:
        "What plays to the waiting caller, again and again: an MP3 or WAV file, or a document of `<Play>`, `<Say>`, `<Pause>`, `<Gather>`, `<Redirect>`, `<Leave>` and `<Hangup>`. An empty text is silence. Default: Twilio's classical music.",
      waitUrlMethod: 'HTTP method for `waitUrl`. Audio files should have GET, so that Twilio can keep them. Default: "POST".',
      maxQueueSize: 'How many may wait in the queue, 1 to 5000; the next one is turned away with `queue-full`.',
      workflowSid: 'SID of the TaskRouter workflow that finds someone for the caller. The queue needs no name then.',
    },
  },
  'voice/failover': {
    docs: "Lets the call go on with Twilio's default backup when a provider of speech or of recognition fails: once for each in a call. To name backups of your own, write the element by `.element('Failover', { … })`: this version does not know its attributes.",
    attributes: {},
  },
  'voice/gather': {
    docs: 'Collects digits or speech from the caller. The next verb runs only when nothing came.',
    attributes: {
      action:
        'Where Twilio sends what was collected, in `Digits` or `SpeechResult`. TwiML that is passed to the REST API needs an absolute one. Default: the URL of this document, which may loop for ever.',
      method: 'HTTP method for `action`. Default: "POST".',
      input: 'What to listen for; of both, what comes first counts. Default: ["dtmf"].',
      timeout: "Seconds without a key or a word that end the input; one passage of Twilio's page allows `auto` as well. Default: 5.",
      numDigits: 'Ends the input after so many digits. Default: no limit.',
      finishOnKey: 'The key that ends the input and does not count as one; with an empty text, `timeout` alone ends it. Default: "#".',
      actionOnEmptyResult: 'Requests `action` even when nothing came, so that no verb after this one runs. Default: false.',
      speechTimeout:
        'Seconds of silence that end speech, or `auto`, which ends it at the first pause and does not go with a `speechModel`. Default: the value of `timeout`.',
      maxSpeechTime: 'Seconds of speech to take at most; Twilio takes 60 in any case.',
      language: 'The language that the caller speaks. Default: "en-US".',
      hints:
        "Words and phrases that the caller is likely to say, up to 500 of up to 100 characters each, or the provider's class tokens such as `$OOV_CLASS_ALPHANUMERIC_SEQUENCE`.",
      speechModel: 'The model that turns speech into text. Default: "default".',
      enhanced: 'Uses the better variant of the model `phone_call`. Deprecated: Only that old model has one; choose a newer `speechModel`.',
      profanityFilter: 'Writes asterisks for profanities, all but their first letters. Default: true.',
      partialResultCallback: 'Where Twilio sends what it has understood so far, while the caller speaks. What you answer is ignored.',
      partialResultCallbackMethod: 'HTTP method for `partialResultCallback`. Default: "POST".',
      bargeIn: 'Stops what plays inside when the caller begins. Only older documentation has it. Default: true.',
      debug: "Undocumented: Twilio's libraries have it, without saying what it does.",
    },
  },
  'voice/hangup': {
    docs: 'Ends the call. Nothing after it runs, so the document is finished.',
    attributes: {},
  },
  'voice/header': {
    docs: 'Adds a SIP header.',
    attributes: {
      name: 'The header: one that begins with `X-`, or `User-to-User`, `Remote-Party-ID`, `P-Preferred-Identity` or `P-Called-Party-ID`.',
      value: 'What it holds.',
    },
  },
  'voice/headers': {
    docs: 'Sends SIP headers along with the INVITE.',
    attributes: {},
  },
  'voice/identity': {
    docs: 'Names the client to call, in up to 256 characters without spaces.',
    attributes: {},
  },
  'voice/language': {
    docs: 'Sets the voice and the engine for one language. It does not choose that language.',
    attributes: {
      code: 'The language, such as `sv-SE`, or `multi` for whatever the caller speaks, which needs Deepgram and ElevenLabs.',
      ttsProvider: 'Whose voices speak it. Default: as set outside.',
      voice: 'The voice, by its name at the provider.',
      transcriptionProvider: 'Whose engine understands it. Default: as set outside.',
      speechModel: "The engine's model. Default: as set outside.",
      hints: 'Words and phrases that the caller is likely to say in it.',
      asrSmartFormat: 'Writes numbers, dates, amounts and addresses as one would, not as they are said.',
      ttsTextNormalization: 'Spells out numbers and the like before they are spoken.',
      ttsLanguageTextNormalization: 'Spells out numbers and the like as the language wants it.',
    },
  },
  'voice/leave': {
    docs: 'Takes the caller out of the queue. The verb after the `<Enqueue>` runs next, so this is the last verb of a `waitUrl` document.',
    attributes: {},
  },
  'voice/media-filter': {
    docs: 'Filters the sound of the call, say noise out of it.',
    attributes: {
      name: 'A name for the filter, one of its kind in the call, to stop it by.',
      filterType: 'What is filtered out.',
      model: 'The model that filters.',
      track: 'Which side is filtered.',
    },
  },
  'voice/number': {
    docs: 'Calls a phone number, best in E.164 such as `+15550001111`; US numbers may do without.',
    attributes: {
      url: 'A document for the person called, after the answer and before the two are connected, say to announce the call or to let it be declined. It may hold `<Play>`, `<Say>`, `<Gather>` and `<Hangup>` alone.',
      method: 'HTTP method for `url`. Default: "POST".',
      sendDigits:
        "Keys to press once the call is answered, for example an extension: digits, `A` to `D`, `*` and `#`, with `w` for half a second's wait and `W` for a second's.",
      statusCallback: 'Where Twilio reports how this call goes.',
      statusCallbackEvent: 'Which steps it reports there. Default: ["completed"].',
      statusCallbackMethod: 'HTTP method for `statusCallback`. Default: "POST".',
      machineDetection:
        'Finds out whether a person, a machine or a fax answered: at once, or (`DetectMessageEnd`) when a machine has said its greeting, so that you can leave a message.',
      machineDetectionTimeout: 'Seconds to try, 3 to 60; after them the answer is `unknown`. Default: 30.',
      machineDetectionSpeechThreshold: "Milliseconds of speech, 1000 to 6000, up to which a greeting counts as a person's. Default: 2400.",
      machineDetectionSpeechEndThreshold: 'Milliseconds of silence, 500 to 5000, that end a greeting. Default: 1200.',
      machineDetectionSilenceTimeout:
        'Milliseconds of silence from the start, 2000 to 10000, after which the answer is `unknown`. Default: 5000.',
      amdStatusCallback: 'Where Twilio sends what the detection found.',
      amdStatusCallbackMethod: 'HTTP method for `amdStatusCallback`. Default: "POST".',
      byoc: "SID of the trunk of your own carrier by which the call goes out. Default: none: Twilio's network.",
    },
  },
  'voice/parameter': {
    docs: 'Passes a value of yours along, to the app, service or webhook at the other end.',
    attributes: {
      name: 'The name that it arrives by: as it stands among the `customParameters` of a WebSocket or app, after `Param_` in the request to a dialled application.',
      value: 'What arrives. For a `<Stream>`, name and value have up to 499 characters together.',
    },
  },
  'voice/pause': {
    docs: 'Waits in silence. As the first verb of a call it also delays answering.',
    attributes: {
      length: 'Seconds of silence. Default: 1.',
    },
  },
  'voice/pay': {
    docs: 'Takes a payment by keypad, from a card or bank account, and passes it to the provider of your Pay Connector, without the digits ever reaching you. Ends early when the caller presses `*`.',
    attributes: {
      action:
        'Where Twilio asks how the call goes on, with the outcome in `Result`. It posts, by https only. TwiML that is passed to the REST API needs an absolute one. Default: the URL of this document.',
      chargeAmount:
        'What to charge, up to 1000000, without currency. With 0, or without it, nothing is charged and you get a token for later. Default: 0.',
      currency: 'The currency of `chargeAmount`, as the provider names it. Default: "usd".',
      description: 'What the payment is for; the provider keeps it.',
      paymentMethod: 'Whether to ask for a card or for a US bank account. Default: "credit-card".',
      bankAccountType:
        'The kind of bank account, for `ach-debit` only. The documentation lacks `commercial-savings`. Default: "consumer-checking".',
      validCardTypes: 'The cards that you take; others are `invalid-card-type`. Default: ["visa", "mastercard", "amex"].',
      securityCode: 'Asks for the code on the card. Default: true.',
      postalCode: 'Asks for the postal code; or is the code, when you know it. Default: true.',
      minPostalCodeLength: 'How many characters a postal code has at least.',
      tokenType: 'What the token is good for; `payment-method` is for Stripe alone. Default: "reusable".',
      paymentConnector: 'The unique name of the Pay Connector to use. Default: "Default".',
      input: 'What to listen for: keys are all there is. Default: "dtmf".',
      timeout: 'Seconds without a key after which an entry counts as complete. Default: 5.',
      maxAttempts: 'How often to ask again for an entry that is missing or wrong, 1 to 3 times. Default: 1.',
      language: 'The language that the caller hears; bank accounts have English alone. Default: "en-US".',
      statusCallback: 'Where Twilio reports each entry, with its secret digits crossed out.',
      statusCallbackMethod: 'HTTP method for `statusCallback`.',
    },
  },
  'voice/play': {
    docs: 'Plays an audio file, named by its URL, or the tones of `digits`. A file longer than 40 minutes may drop the call.',
    attributes: {
      loop: 'How often to play it; 0 repeats until the call ends, 1000 times at most. Default: 1.',
      digits:
        "Keys to play as tones instead of a file: digits, `A` to `D`, `*` and `#`, with `w` for half a second's wait and `W` for a second's. Leave the content out. Not inside `<Gather>`.",
    },
  },
  'voice/prompt': {
    docs: "Says something of yours at one step of a payment. It belongs into `<Pay>`; only Twilio's libraries offer it elsewhere.",
    attributes: {
      for: 'The step that it is for.',
      attempt: 'The attempts that it is for, counted from 1 to 10. Default: all.',
      cardType: 'The cards that it is for, say because their security codes differ. Default: all.',
      errorType: 'The mistakes that it follows. Default: none: it is for the first time that the step is asked.',
      requireMatchingInputs:
        'Asks for the number once more, and starts the step again if the two differ. For bank account and routing numbers, beside a prompt that asks the first time. Default: false.',
    },
  },
  'voice/queue': {
    docs: "Connects to whoever has waited longest in the queue of that name (1 to 64 characters). If nobody waits, it waits for the next one, up to the `timeout` of the `<Dial>`. It belongs into `<Dial>`; only Twilio's libraries offer it elsewhere.",
    attributes: {
      url: 'A document for the caller who waited, before the two are connected. It may hold `<Play>`, `<Say>`, `<Pause>` and `<Redirect>` alone.',
      method: 'HTTP method for `url`. Default: "POST".',
      reservationSid: 'SID of the TaskRouter reservation that this call fulfils.',
      postWorkActivitySid: 'SID of the activity that the TaskRouter worker has after the call. It needs `reservationSid`.',
    },
  },
  'voice/record': {
    docs: 'Records what the caller says, such as a message, and then asks `action` how the call goes on; the verbs after this one do not run.',
    attributes: {
      action:
        "Where Twilio asks how the call goes on, with the recording's address in `RecordingUrl`. TwiML that is passed to the REST API needs an absolute one. Default: the URL of this document, which may loop for ever.",
      method: 'HTTP method for `action`. Default: "POST".',
      timeout: 'Seconds of silence that end the recording; 0 lets silence go on. Default: 5.',
      finishOnKey: 'The keys that end the recording; an empty text is none. Default: "1234567890*#".',
      maxLength:
        'Seconds after which the recording ends: from 2 up to 14400, to 86400 if your account may have calls of 24 hours, to 600 in calls from the Voice SDKs. Default: 3600, or 120 with `transcribe`.',
      playBeep: 'Plays a beep before the recording starts. Default: true.',
      trim: 'Cuts silence off the beginning and the end of the recording, or leaves it. Default: "trim-silence".',
      recordingTrack: "Which side is recorded. Neither Twilio's libraries nor its page on recording have it; an error message does.",
      recordingStatusCallback: 'Where Twilio reports on the recording, for example that its file can be fetched.',
      recordingStatusCallbackEvent: 'What it reports there. Default: ["completed"].',
      recordingStatusCallbackMethod: 'HTTP method for `recordingStatusCallback`. Default: "POST".',
      recordingConfigurationId: 'The recording configuration of your account that this recording is made and kept by.',
      transcribe: 'Has the recording written down, if it is US English of 2 to 120 seconds; Twilio charges for it. Default: false.',
      transcribeCallback: 'Where Twilio sends the text when it is done, or that it failed. It goes with `transcribe` only.',
    },
  },
  'voice/recording': {
    docs: 'Records the call from here on, whatever verbs follow.',
    attributes: {
      name: "A name for the recording, one of its kind in the call, to stop it by. No library of Twilio's has it.",
      channels: 'Both sides in one channel, or the caller in the first and the other side in the second. Default: "dual".',
      track: 'Which side is recorded. Default: "both".',
      trim: 'Cuts silence off the beginning and the end of the recording, or leaves it. Default: "trim-silence".',
      recordingStatusCallback: 'Where Twilio reports on the recording, for example that its file can be fetched.',
      recordingStatusCallbackEvent: 'What it reports there. Default: ["completed"].',
      recordingStatusCallbackMethod: 'HTTP method for `recordingStatusCallback`. Default: "POST".',
      recordingConfigurationId: 'The recording configuration of your account that this recording is made and kept by.',
    },
  },
  'voice/redirect': {
    docs: 'Hands the call over to the document at a URL, absolute or relative; an empty text means this document again. It is the last verb.',
    attributes: {
      method: 'HTTP method to fetch the next document with. Default: "POST".',
    },
  },
  'voice/refer-sip': {
    docs: 'Names the endpoint by its SIP URI. Headers may follow a `?`.',
    attributes: {},
  },
  'voice/refer': {
    docs: "Transfers a SIP call: asks the caller's own endpoint, by a SIP REFER, to call another one instead. Calls that are not SIP cannot be transferred so.",
    attributes: {
      action:
        'Where Twilio asks how the call goes on, telling how the transfer went in `ReferCallStatus` and the SIP answer in `ReferSipResponseCode`. Default: none: the next verb runs.',
      method: 'HTTP method for `action`. Default: "POST".',
    },
  },
  'voice/reject': {
    docs: 'Turns an incoming call down. As the first verb it does so without answering, which costs nothing. Nothing after it runs, so the document is finished.',
    attributes: {
      reason: 'What the caller hears: that the number is not in service, or the busy tone. Default: "rejected".',
    },
  },
  'voice/room': {
    docs: 'Joins the caller to a video room by its unique name. It must exist and be a group room; if it is not there, the next verb runs.',
    attributes: {
      participantIdentity: 'Who the caller is to the others in the room. Default: an identity that Twilio makes up.',
    },
  },
  'voice/say': {
    docs: "Speaks text to the caller: up to 4096 characters with the basic voices, 3000 with Polly's, 5000 with Google's.",
    attributes: {
      voice:
        "The voice that speaks: `man`, `woman`, or a name after `Polly.` or `Google.`. Each voice speaks one language, so it wins over `language`. Default: the account's text-to-speech setting.",
      language: 'The language to speak. Default: "en-US".',
      loop: 'How often to say it; 0 repeats until the call ends, 1000 times at most. Default: 1.',
    },
  },
  'voice/sim': {
    docs: 'Calls a device that has one of your SIMs, by the SID of the SIM: `DE` and 32 hexadecimal digits.',
    attributes: {},
  },
  'voice/sip-uri': {
    docs: 'Adds a SIP URI. Several are tried in the order of `priority`, and among equals `weight` decides.',
    attributes: {
      priority: 'Its place in the order in which the URIs are tried. Equals share the calls.',
      weight: 'The share of the calls that it gets, beside the others of its `priority`.',
      username: 'The user that Twilio authenticates as at this URI.',
      password: "The user's password. It goes with `username` only.",
    },
  },
  'voice/sip': {
    docs: 'Calls a SIP endpoint by its URI of up to 254 characters. `;transport=tcp` or `;region=ie1` may follow it, and headers after a `?`, 1023 characters of them at most.',
    attributes: {
      username: 'The user that Twilio authenticates as when the endpoint asks.',
      password: "The user's password. It goes with `username` only.",
      url: 'A document for the person called, after the answer and before the two are connected, say to announce the call or to let it be declined. It may hold `<Play>`, `<Say>`, `<Gather>` and `<Hangup>` alone.',
      method: 'HTTP method for `url`. Default: "POST".',
      statusCallback: 'Where Twilio reports how this call goes.',
      statusCallbackEvent: 'Which steps it reports there. Default: ["completed"].',
      statusCallbackMethod: 'HTTP method for `statusCallback`. Default: "POST".',
      machineDetection:
        'Finds out whether a person, a machine or a fax answered: at once, or (`DetectMessageEnd`) when a machine has said its greeting, so that you can leave a message.',
      machineDetectionTimeout: 'Seconds to try, 3 to 60; after them the answer is `unknown`. Default: 30.',
      machineDetectionSpeechThreshold: "Milliseconds of speech, 1000 to 6000, up to which a greeting counts as a person's. Default: 2400.",
      machineDetectionSpeechEndThreshold: 'Milliseconds of silence, 500 to 5000, that end a greeting. Default: 1200.',
      machineDetectionSilenceTimeout:
        'Milliseconds of silence from the start, 2000 to 10000, after which the answer is `unknown`. Default: 5000.',
      amdStatusCallback: 'Where Twilio sends what the detection found.',
      amdStatusCallbackMethod: 'HTTP method for `amdStatusCallback`. Default: "POST".',
    },
  },
  'voice/siprec': {
    docs: 'Sends the sound of the call to a recording server by SIPREC, keys left out. Both sides count as two of the four streams that a call may have.',
    attributes: {
      name: 'A name for the session, one of its kind in the call, to stop it by.',
      connectorName: 'The SIPREC connector, as you have named it in the Console.',
      track: 'Which side is sent. Default: "both_tracks".',
      statusCallback: 'Where Twilio reports that the session has started, stopped or failed.',
      statusCallbackMethod: 'HTTP method for `statusCallback`. Default: "POST".',
    },
  },
  'voice/sms': {
    docs: 'Sends an SMS during the call. Deprecated: Send messages with the REST API.',
    attributes: {
      to: 'Who gets it, in E.164. Default: the other party of the call.',
      from: 'Your number that it comes from. Default: the number of the call.',
      action: 'Where Twilio asks how the call goes on once the message is sent.',
      method: 'HTTP method for `action`. Default: "POST".',
      statusCallback: 'Where Twilio reports whether the message could be sent.',
    },
  },
  'voice/start': {
    docs: 'Starts something that runs beside the call. Twilio goes on to the next verb at once; if there is none, the call ends.',
    attributes: {
      action: "Only Twilio's libraries have it, and do not say when Twilio requests it.",
      method: 'HTTP method for `action`.',
    },
  },
  'voice/stop-stream': {
    docs: 'Stops the stream of that name.',
    attributes: {
      name: 'A name for the stream, one of its kind in the call, to stop it by.',
      url: "The server that the stream goes to. A stream is found by its `name`; the rest is taken because Twilio's libraries print it.",
      track: 'Which side is sent.',
      statusCallback: 'Where Twilio reports on the stream. An absolute URL.',
      statusCallbackMethod: 'HTTP method for `statusCallback`. Default: "POST".',
      connectorName: 'The connector of a Twilio partner that takes the stream.',
      audioFormat: 'How the sound is encoded.',
      sampleRate: 'How many samples a second the sound has.',
    },
  },
  'voice/stop': {
    docs: 'Stops what `<Start>` began, found by its `name`.',
    attributes: {},
  },
  'voice/stream': {
    docs: 'Sends the sound of the call to your WebSocket server. Inside `<Start>` the call goes on meanwhile; inside `<Connect>` your server can answer with sound, and the next verb waits until the WebSocket is closed. At most four streams run in a call.',
    attributes: {
      url: 'Your WebSocket server, by wss only, or relative to this document. It may have no query: pass `<Parameter>`s.',
      name: 'A name for the stream, one of its kind in the call, to stop it by.',
      track: 'Which side is sent. Inside `<Connect>` it can only be `inbound_track`. Default: "inbound_track".',
      statusCallback: 'Where Twilio reports that the stream has started, stopped or failed. An absolute URL.',
      statusCallbackMethod: 'HTTP method for `statusCallback`. Default: "POST".',
      connectorName: "The connector of a Twilio partner that takes the stream. Only Twilio's libraries have it.",
      audioFormat: 'How the sound is encoded. Only twilio-node has it, since 6.1.',
      sampleRate: 'How many samples a second the sound has, for HD codecs. Only twilio-node has it, since 6.1.',
    },
  },
  'voice/task': {
    docs: 'Sets the attributes of the task, as JSON. Anything else is error 14221.',
    attributes: {
      priority: 'How important the task is, from 0; higher ones are handed out first. Default: 0.',
      timeout: 'Seconds after which TaskRouter gives the task up.',
    },
  },
  'voice/transcription': {
    docs: 'Writes down what is said while it is said, and sends it to you.',
    attributes: {
      name: 'A name for the transcription, one of its kind in the call, to stop it by.',
      statusCallbackUrl: 'Where Twilio sends what was said, and that the transcription has started, stopped or failed. An absolute URL.',
      statusCallbackMethod: 'HTTP method for `statusCallbackUrl`.',
      track: 'Which side is written down. Default: "both_tracks".',
      inboundTrackLabel: "What the caller's side is called in what you get, such as `customer`.",
      outboundTrackLabel: 'What the other side is called in what you get, such as `agent`.',
      languageCode: 'The language that is spoken. Default: "en-US".',
      transcriptionEngine:
        'Whose engine understands it; capitals do not matter. `auto` leaves the choice to Twilio, which changes over when one fails. Default: "google".',
      speechModel: "The engine's model, such as `telephony` of Google's or `nova-3` of Deepgram's. Default: \"telephony\".",
      partialResults: 'Sends sentences before they are finished, too. Default: false.',
      enableAutomaticPunctuation: 'Puts full stops and commas in. Default: true.',
      profanityFilter: 'Writes asterisks for profanities. Default: true.',
      hints: 'Words and phrases that are likely to be said.',
      enableProviderData: "Passes on what else the engine says, as it says it. No library of Twilio's has it. Default: false.",
      intelligenceService:
        'SID or unique name of the Conversational Intelligence service that keeps the transcript and evaluates it. Default: none: nothing is kept.',
      conversationConfiguration: 'The Conversation Orchestrator configuration to use, by id or unique name.',
      conversationId: 'The Conversation Orchestrator conversation that this belongs to.',
    },
  },
  'voice/virtual-agent': {
    docs: "Lets an agent of Google's Dialogflow CX talk with the caller.",
    attributes: {
      connectorName: 'The Dialogflow connector, as you have named it in the Console.',
      language: "The language of the conversation. Default: the connector's.",
      sentimentAnalysis: "Rates how the caller feels. Default: the connector's setting.",
      statusCallback: 'Where Twilio reports how the conversation goes.',
      statusCallbackMethod: 'HTTP method for `statusCallback`.',
    },
  },
  'voice/voice-response': {
    docs: 'Starts a voice document.',
    attributes: {
      version: 'The version of TwiML, once. The builder never writes it. Deprecated: There has been one version since 2010.',
    },
  },
  'voice/whats-app': {
    docs: 'Calls someone on WhatsApp, by phone number in E.164.',
    attributes: {
      url: 'A document for the person called, after the answer and before the two are connected, say to announce the call or to let it be declined. It may hold `<Play>`, `<Say>`, `<Gather>` and `<Hangup>` alone.',
      method: 'HTTP method for `url`. Default: "POST".',
      statusCallback: 'Where Twilio reports how this call goes.',
      statusCallbackEvent: 'Which steps it reports there.',
      statusCallbackMethod: 'HTTP method for `statusCallback`. Default: "POST".',
    },
  },
  'ssml/break': {
    docs: 'Pauses within a text.',
    attributes: {
      strength: 'How long the pause is felt to be: `medium` as after a comma, `strong` as after a sentence. Default: "medium".',
      time: 'How long the pause is, such as `500ms` or `2s`; up to 10 seconds. Wins over `strength`.',
    },
  },
  'ssml/emphasis': {
    docs: 'Stresses words, or the opposite. Not every voice can.',
    attributes: {
      level: 'Louder and slower, a little so, or softer and faster. Default: "moderate".',
    },
  },
  'ssml/lang': {
    docs: 'Speaks words of another language, with the accent of the voice.',
    attributes: {
      'xml:lang': 'The language of the words.',
    },
  },
  'ssml/p': {
    docs: 'Speaks a paragraph, with a longer pause after it.',
    attributes: {},
  },
  'ssml/phoneme': {
    docs: 'Speaks a word just so. The text is for the reader of the document; `ph` is what sounds.',
    attributes: {
      alphabet: "The alphabet that `ph` is written in; the voice's vendor decides which there are.",
      ph: 'The sounds, such as `pɪˈkɑːn`.',
    },
  },
  'ssml/prosody': {
    docs: 'Speaks louder or softer, faster or slower, higher or lower.',
    attributes: {
      volume: 'How loud: a word, or a difference such as `+6dB`, which is twice as loud.',
      rate: 'How fast: a word, or a share of the usual speed such as `80%`.',
      pitch: 'How high: a word, or a difference such as `-10%`. Not every voice can.',
    },
  },
  'ssml/s': {
    docs: 'Speaks a sentence, with the pause after it that a full stop makes.',
    attributes: {},
  },
  'ssml/say-as': {
    docs: 'Says what kind of thing a text is, so that it is read as one: `1234` as a number, as digits, as a year.',
    attributes: {
      'interpret-as': "What the text is. Which values work, and how, is up to the voice's vendor.",
      format: 'For a date, which of day, month and year it has and in what order.',
      role: 'The order of day, month and year. Deprecated: Use `format`.',
    },
  },
  'ssml/sub': {
    docs: 'Speaks something else than the text, for example what an abbreviation stands for.',
    attributes: {
      alias: 'What is spoken instead.',
    },
  },
  'ssml/w': {
    docs: 'Speaks a word in one of the ways that it can be read, such as "read" as past or present.',
    attributes: {
      role: "Which way, by the name that the voice's vendor has for it, such as Polly's `amazon:VB` for a verb or `amazon:VBD` for its past.",
    },
  },
  'messaging/body': {
    docs: 'The text of a message. Several are joined; together they hold up to 1600 characters.',
    attributes: {},
  },
  'messaging/media': {
    docs: 'Attaches the file at a URL; ten at most.',
    attributes: {},
  },
  'messaging/message': {
    docs: 'Sends a message of up to 1600 characters, media or both; ten messages at most in one reply.',
    attributes: {
      to: 'Who receives it: E.164, or an address of the channel that the message came by. Default: who sent the message.',
      from: 'Your number that it comes from, or a sender of up to 11 letters, digits and spaces. Default: the number that received the message.',
      action: 'Where Twilio asks for more TwiML once the message is sent; for SMS it gets the status instead.',
      method: 'HTTP method for `action`. Default: "POST".',
      statusCallback: "Where Twilio reports each change of the message's status. Its documentation sets `action` to the same URL.",
    },
  },
  'messaging/messaging-response': {
    docs: 'Starts a messaging document.',
    attributes: {},
  },
  'messaging/redirect': {
    docs: 'Hands the reply over to the document at a URL, absolute or relative. It is the last verb.',
    attributes: {
      method: 'HTTP method to fetch the next document with. Default: "POST".',
    },
  },
  'messaging/sms': {
    docs: 'Sends a message. Deprecated: It is `message` now.',
    attributes: {
      to: 'Who receives it, in E.164. Default: who sent the message.',
      from: 'Your number that it comes from. Default: the number that received the message.',
      action: 'Where Twilio asks for more TwiML once the message is sent.',
      method: 'HTTP method for `action`.',
      statusCallback: 'Where Twilio reports whether the message could be sent.',
    },
  },
  'fax/fax-response': {
    docs: 'Starts a fax document. Deprecated: Twilio has withdrawn Programmable Fax.',
    attributes: {},
  },
  'fax/receive': {
    docs: 'Receives an incoming fax. Deprecated: Twilio has withdrawn Programmable Fax.',
    attributes: {
      action: 'Where Twilio sends word of the fax once it is there.',
      method: 'HTTP method for `action`.',
      mediaType: 'The kind of file that the fax is kept in.',
      pageSize: 'The size of the pages that it is laid out on.',
      storeMedia: 'Keeps the file with Twilio.',
    },
  },
};
