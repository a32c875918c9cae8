//! Types of resources that have a price.

use vox_core::VoxEnum;

/// A type of resource that has a price.
///
/// The variants are named after the strings: `VOIPIN` is [`Voipin`](Self::Voipin). Those of the API reference come first, then
/// those that newer SDKs of the vendor add. The vendor does not describe them; the descriptions here are derived from the
/// names. Other strings are kept as [`ResourceType::Other`].
///
/// ```
/// use vox_accounts::ResourceType;
///
/// assert_eq!(ResourceType::PstnInTfAr.as_str(), "PSTN_IN_TF_AR");
/// assert_eq!(ResourceType::from("PSTN_IN_TF_AR"), ResourceType::PstnInTfAr);
/// assert_eq!(ResourceType::other("NEW_THING").as_str(), "NEW_THING");
/// ```
///
/// Source: `resource_type` of `GetResourcePrice`, and the request lists of the vendor's newer SDKs.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum ResourceType {
    /// Conferences in HD audio.
    Audiohdconference,
    /// Recording of HD audio.
    Audiohdrecord,
    /// Recording of audio.
    Audiorecord,
    /// Call lists.
    Calllist,
    /// Sessions of scenarios.
    Callsession,
    /// Dialogflow agents.
    Dialogflow,
    /// Instant messages.
    Im,
    /// Calls to numbers of Alaska.
    PstnInAlaska,
    /// Calls to numbers of the United Kingdom.
    PstnInGb,
    /// Calls to geographic numbers.
    PstnInGeographic,
    /// Calls to geographic numbers: Philippines.
    PstnInGeoPh,
    /// Calls to numbers of Russia.
    PstnInRu,
    /// Calls to toll-free numbers of Russia.
    PstnInRuTollfree,
    /// International calls by phone.
    PstnInternational,
    /// Calls to test numbers.
    Pstnintest,
    /// Calls to toll-free numbers: Argentina.
    PstnInTfAr,
    /// Calls to toll-free numbers: Austria.
    PstnInTfAt,
    /// Calls to toll-free numbers: Australia.
    PstnInTfAu,
    /// Calls to toll-free numbers: Belgium.
    PstnInTfBe,
    /// Calls to toll-free numbers: Brazil.
    PstnInTfBr,
    /// Calls to toll-free numbers: Canada.
    PstnInTfCa,
    /// Calls to toll-free numbers: Colombia.
    PstnInTfCo,
    /// Calls to toll-free numbers: Cyprus.
    PstnInTfCy,
    /// Calls to toll-free numbers: Germany.
    PstnInTfDe,
    /// Calls to toll-free numbers: Denmark.
    PstnInTfDk,
    /// Calls to toll-free numbers: Dominican Republic.
    PstnInTfDo,
    /// Calls to toll-free numbers: Finland.
    PstnInTfFi,
    /// Calls to toll-free numbers: France.
    PstnInTfFr,
    /// Calls to toll-free numbers: United Kingdom.
    PstnInTfGb,
    /// Calls to toll-free numbers: Croatia.
    PstnInTfHr,
    /// Calls to toll-free numbers: Hungary.
    PstnInTfHu,
    /// Calls to toll-free numbers: Israel.
    PstnInTfIl,
    /// Calls to toll-free numbers: Lithuania.
    PstnInTfLt,
    /// Calls to toll-free numbers: Peru.
    PstnInTfPe,
    /// Calls to toll-free numbers: United States.
    PstnInTfUs,
    /// Calls to numbers of the United States.
    PstnInUs,
    /// Calls to phones.
    Pstnout,
    /// Calls to phones in the European Economic Area.
    PstnoutEea,
    /// Calls to emergency services.
    Pstnoutemerg,
    /// Calls to phones in Kazakhstan.
    PstnoutKz,
    /// Local calls to phones.
    PstnoutLocal,
    /// Local calls to phones in Russia.
    PstnOutLocalRu,
    /// Media traffic through relays.
    RelayedTraffic,
    /// Calls to SIP.
    Sipout,
    /// Video calls to SIP.
    Sipoutvideo,
    /// Incoming SMS.
    Smsinput,
    /// Outgoing SMS.
    Smsout,
    /// Outgoing international SMS.
    SmsoutInternational,
    /// Transcription of recordings.
    Transcription,
    /// Speech made by Google.
    TtsTextGoogle,
    /// Speech made by Yandex.
    TtsYandex,
    /// Logins of users.
    UserLogon,
    /// Video calls.
    Videocall,
    /// Recording of video.
    Videorecord,
    /// Detection of voicemail.
    Voicemaildetection,
    /// Calls from applications and SIP.
    Voipin,
    /// Calls to applications.
    Voipout,
    /// Video calls to applications.
    Voipoutvideo,
    /// Speech recognised by Yandex (older name).
    Yandexasr,
    /// Speech recognition.
    Asr,
    /// Speech recognised by Google's enhanced models.
    AsrGoogleEnhanced,
    /// One-way SMS by mobile network.
    A2pSmsE212,
    /// Speech recognised by AWS.
    AsrAws,
    /// Speech recognised by Deepgram.
    AsrDeepgram,
    /// Speech recognised by `SmartSpeech`.
    AsrSmartspeech,
    /// Speech recognised by Yandex.
    AsrYandex,
    /// Dialogflow CX agents.
    DialogflowCx,
    /// Instant messages beyond the plan.
    ImOverrun,
    /// The key-value storage.
    KvStorage,
    /// Active users beyond the plan.
    MauOverrun,
    /// Understanding of natural language.
    Nlu,
    /// Calls to geographic numbers: United Arab Emirates.
    PstnInGeoAe,
    /// Calls to geographic numbers: Angola.
    PstnInGeoAo,
    /// Calls to geographic numbers: Bahrain.
    PstnInGeoBh,
    /// Calls to geographic numbers: Brazil.
    PstnInGeoBr,
    /// Calls to geographic numbers: China.
    PstnInGeoCn,
    /// Calls to geographic numbers: Ecuador.
    PstnInGeoEc,
    /// Calls to geographic numbers: India.
    PstnInGeoIn,
    /// Calls to geographic numbers: Jordan.
    PstnInGeoJo,
    /// Calls to geographic numbers: Japan.
    PstnInGeoJp,
    /// Calls to geographic numbers: Kyrgyzstan.
    PstnInGeoKg,
    /// Calls to geographic numbers: Cambodia.
    PstnInGeoKh,
    /// Calls to geographic numbers: Morocco.
    PstnInGeoMa,
    /// Calls to geographic numbers: Nigeria.
    PstnInGeoNg,
    /// Calls to geographic numbers: Peru.
    PstnInGeoPe,
    /// Calls to geographic numbers: Pakistan.
    PstnInGeoPk,
    /// Calls to geographic numbers: Paraguay.
    PstnInGeoPy,
    /// Calls to geographic numbers: Serbia.
    PstnInGeoRs,
    /// Calls to geographic numbers: Saudi Arabia.
    PstnInGeoSa,
    /// Calls to geographic numbers: Uganda.
    PstnInGeoUg,
    /// Calls to geographic numbers: Uruguay.
    PstnInGeoUy,
    /// Calls to geographic numbers: Uzbekistan.
    PstnInGeoUz,
    /// Calls to geographic numbers: Vietnam.
    PstnInGeoVn,
    /// Calls to mobile numbers: Australia.
    PstnInMobAu,
    /// Calls to mobile numbers: Bangladesh.
    PstnInMobBd,
    /// Calls to mobile numbers: Belgium.
    PstnInMobBe,
    /// Calls to mobile numbers: Brazil.
    PstnInMobBr,
    /// Calls to mobile numbers: Canada.
    PstnInMobCa,
    /// Calls to mobile numbers: Colombia.
    PstnInMobCo,
    /// Calls to mobile numbers: Denmark.
    PstnInMobDk,
    /// Calls to mobile numbers: Egypt.
    PstnInMobEg,
    /// Calls to mobile numbers: Finland.
    PstnInMobFi,
    /// Calls to mobile numbers: United Kingdom.
    PstnInMobGb,
    /// Calls to mobile numbers: Hong Kong.
    PstnInMobHk,
    /// Calls to mobile numbers: Indonesia.
    PstnInMobId,
    /// Calls to mobile numbers: Israel.
    PstnInMobIl,
    /// Calls to mobile numbers: India.
    PstnInMobIn,
    /// Calls to mobile numbers: Kazakhstan.
    PstnInMobKz,
    /// Calls to mobile numbers: Laos.
    PstnInMobLa,
    /// Calls to mobile numbers: Latvia.
    PstnInMobLv,
    /// Calls to mobile numbers: Mauritius.
    PstnInMobMu,
    /// Calls to mobile numbers: Mexico.
    PstnInMobMx,
    /// Calls to mobile numbers: Malaysia.
    PstnInMobMy,
    /// Calls to mobile numbers: Nicaragua.
    PstnInMobNi,
    /// Calls to mobile numbers: Netherlands.
    PstnInMobNl,
    /// Calls to mobile numbers: Nepal.
    PstnInMobNp,
    /// Calls to mobile numbers: Peru.
    PstnInMobPe,
    /// Calls to mobile numbers: Poland.
    PstnInMobPl,
    /// Calls to mobile numbers: Puerto Rico.
    PstnInMobPr,
    /// Calls to mobile numbers: Portugal.
    PstnInMobPt,
    /// Calls to mobile numbers: Russia.
    PstnInMobRu,
    /// Calls to mobile numbers: Sweden.
    PstnInMobSe,
    /// Calls to mobile numbers: United States.
    PstnInMobUs,
    /// Calls to national numbers: Armenia.
    PstnInNationalAm,
    /// Calls to national numbers: Bolivia.
    PstnInNationalBo,
    /// Calls to national numbers: Honduras.
    PstnInNationalHn,
    /// Calls to national numbers: Jamaica.
    PstnInNationalJm,
    /// Calls to shared-cost numbers: Australia.
    PstnInScAu,
    /// Calls to numbers with a star: Russia.
    PstnInStarRu,
    /// Calls to toll-free numbers: Bulgaria.
    PstnInTfBg,
    /// Calls to toll-free numbers: Bahrain.
    PstnInTfBh,
    /// Calls to toll-free numbers: Belarus.
    PstnInTfBy,
    /// Calls to toll-free numbers: Switzerland.
    PstnInTfCh,
    /// Calls to toll-free numbers: Chile.
    PstnInTfCl,
    /// Calls to toll-free numbers: Costa Rica.
    PstnInTfCr,
    /// Calls to toll-free numbers: Czech Republic.
    PstnInTfCz,
    /// Calls to toll-free numbers: Ecuador.
    PstnInTfEc,
    /// Calls to toll-free numbers: Estonia.
    PstnInTfEe,
    /// Calls to toll-free numbers: Egypt.
    PstnInTfEg,
    /// Calls to toll-free numbers: Spain.
    PstnInTfEs,
    /// Calls to toll-free numbers: French Guiana.
    PstnInTfGf,
    /// Calls to toll-free numbers: Guadeloupe.
    PstnInTfGp,
    /// Calls to toll-free numbers: Hong Kong.
    PstnInTfHk,
    /// Calls to toll-free numbers: Indonesia.
    PstnInTfId,
    /// Calls to toll-free numbers: Ireland.
    PstnInTfIe,
    /// Calls to toll-free numbers: India.
    PstnInTfIn,
    /// Calls to toll-free numbers: Iceland.
    PstnInTfIs,
    /// Calls to toll-free numbers: Italy.
    PstnInTfIt,
    /// Calls to toll-free numbers: Kenya.
    PstnInTfKe,
    /// Calls to toll-free numbers: Korea.
    PstnInTfKr,
    /// Calls to toll-free numbers: Kuwait.
    PstnInTfKw,
    /// Calls to toll-free numbers: Kazakhstan.
    PstnInTfKz,
    /// Calls to toll-free numbers: Latvia.
    PstnInTfLv,
    /// Calls to toll-free numbers: Monaco.
    PstnInTfMc,
    /// Calls to toll-free numbers: North Macedonia.
    PstnInTfMk,
    /// Calls to toll-free numbers: Martinique.
    PstnInTfMq,
    /// Calls to toll-free numbers: Malta.
    PstnInTfMt,
    /// Calls to toll-free numbers: Mexico.
    PstnInTfMx,
    /// Calls to toll-free numbers: Netherlands.
    PstnInTfNl,
    /// Calls to toll-free numbers: New Zealand.
    PstnInTfNz,
    /// Calls to toll-free numbers: Oman.
    PstnInTfOm,
    /// Calls to toll-free numbers: Panama.
    PstnInTfPa,
    /// Calls to toll-free numbers: Pakistan.
    PstnInTfPk,
    /// Calls to toll-free numbers: Puerto Rico.
    PstnInTfPr,
    /// Calls to toll-free numbers: Qatar.
    PstnInTfQa,
    /// Calls to toll-free numbers: Reunion.
    PstnInTfRe,
    /// Calls to toll-free numbers: Romania.
    PstnInTfRo,
    /// Calls to toll-free numbers: Serbia.
    PstnInTfRs,
    /// Calls to toll-free numbers: Saudi Arabia.
    PstnInTfSa,
    /// Calls to toll-free numbers: Sweden.
    PstnInTfSe,
    /// Calls to toll-free numbers: Slovenia.
    PstnInTfSi,
    /// Calls to toll-free numbers: Slovakia.
    PstnInTfSk,
    /// Calls to toll-free numbers: Thailand.
    PstnInTfTh,
    /// Calls to toll-free numbers: Ukraine.
    PstnInTfUa,
    /// Calls to toll-free numbers: Uganda.
    PstnInTfUg,
    /// Calls to toll-free numbers: Venezuela.
    PstnInTfVe,
    /// Calls to toll-free numbers: Mayotte.
    PstnInTfYt,
    /// Calls to toll-free numbers: South Africa.
    PstnInTfZa,
    /// Calls to phones within a country.
    PstnOutIncountry,
    /// Calls from SIP.
    Sipin,
    /// Transfers of SIP calls.
    Siprefer,
    /// SMS to mobile numbers: Australia.
    SmsInMobAu,
    /// SMS to mobile numbers: Belgium.
    SmsInMobBe,
    /// SMS to mobile numbers: Brazil.
    SmsInMobBr,
    /// SMS to mobile numbers: Canada.
    SmsInMobCa,
    /// SMS to mobile numbers: Chile.
    SmsInMobCl,
    /// SMS to mobile numbers: Colombia.
    SmsInMobCo,
    /// SMS to mobile numbers: Denmark.
    SmsInMobDk,
    /// SMS to mobile numbers: Finland.
    SmsInMobFi,
    /// SMS to mobile numbers: France.
    SmsInMobFr,
    /// SMS to mobile numbers: United Kingdom.
    SmsInMobGb,
    /// SMS to mobile numbers: Hong Kong.
    SmsInMobHk,
    /// SMS to mobile numbers: Israel.
    SmsInMobIl,
    /// SMS to mobile numbers: Latvia.
    SmsInMobLv,
    /// SMS to mobile numbers: Mauritius.
    SmsInMobMu,
    /// SMS to mobile numbers: Mexico.
    SmsInMobMx,
    /// SMS to mobile numbers: Malaysia.
    SmsInMobMy,
    /// SMS to mobile numbers: Netherlands.
    SmsInMobNl,
    /// SMS to mobile numbers: Peru.
    SmsInMobPe,
    /// SMS to mobile numbers: Poland.
    SmsInMobPl,
    /// SMS to mobile numbers: Puerto Rico.
    SmsInMobPr,
    /// SMS to mobile numbers: Portugal.
    SmsInMobPt,
    /// SMS to mobile numbers: Russia.
    SmsInMobRu,
    /// SMS to mobile numbers: Sweden.
    SmsInMobSe,
    /// SMS to mobile numbers: Thailand.
    SmsInMobTh,
    /// SMS to mobile numbers: Turkey.
    SmsInMobTr,
    /// SMS to mobile numbers: United States.
    SmsInMobUs,
    /// Outgoing international SMS: Russia.
    SmsoutRuInternational,
    /// Speech made by Cartesia.
    TtsCartesia,
    /// Speech made by `ElevenLabs`.
    TtsElevenlabs,
    /// Speech made by Google in real time.
    TtsGoogleRealtime,
    /// Speech made by Inworld.
    TtsInworld,
    /// Speech made by `SmartSpeech`.
    TtsSmartspeech,
    /// Speech made by a provider with the customer's own credentials.
    TtsTextCustomCredentials,
    /// Speech made by Tinkoff.
    TtsTinkoff,
    /// Speech made by Yandex's neural voices.
    TtsYandexNeural,
    /// Incoming video into conferences.
    VideoconfcallIn,
    /// Outgoing video of conferences.
    VideoconfcallOut,
    /// Recording of video conferences.
    Videoconfrecord,
    /// Recording of a participant's video.
    Videopartrecord,
    /// Calls from `WhatsApp` Business.
    WabVoiceIn,
    /// Calls to `WhatsApp` Business.
    WabVoiceOutConnector,
    /// Audio over WebSocket.
    WebsocketAudio,
    /// A type that this list does not have.
    Other(String),
}
