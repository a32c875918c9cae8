//! `CallSessionInfo`.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::json;
use vox_api::history::{
    AudioQuality, CallInfo, CallSessionInfo, FinishReason, Recording, TranscriptionStatus,
};
use vox_core::{Decimal, Record as _};

use super::amount;
use crate::sample::{self, RECORDING_BYTES, RECORDING_SECONDS};
use crate::state::resources::session::Session;

/// An address of the range for documentation.
const MEDIA_SERVER: &str = "192.0.2.1";

/// How sessions are shown.
pub(crate) struct SessionOutput<'o> {
    pub(crate) now: Timestamp,
    pub(crate) zone: &'o TimeZone,
    pub(crate) with_calls: bool,
    pub(crate) with_records: bool,
    /// The seed of the files' names.
    pub(crate) seed: u64,
    pub(crate) base_url: &'o str,
}

impl SessionOutput<'_> {
    pub(crate) fn record(&self, account: u64, id: u64, session: &Session) -> CallSessionInfo {
        let duration = session.duration(self.now);
        let mut info = CallSessionInfo::blank();
        info.audio_quality = Some(AudioQuality::Standard);
        info.rule_name = Some(session.rule_name.clone());
        info.application_name = Some(session.application_name.clone());
        info.call_session_history_id = Some(id);
        info.account_id = Some(account);
        info.application_id = Some(session.application);
        info.user_id = session.user;
        info.start_date = Some(self.zone.to_datetime(session.started));
        info.duration = duration;
        info.initiator_address = Some(session.initiator_address.clone());
        info.media_server_address = Some(MEDIA_SERVER.to_owned());
        info.log_file_url = Some(sample::file_url("log_file_url", id, self.seed, self.base_url));
        info.finish_reason = duration.map(|_| FinishReason::NormalTermination);
        info.custom_data.clone_from(&session.custom_data);
        if self.with_calls {
            info.calls = vec![self.call(session)];
        }
        if self.with_records {
            info.records = self.recording(session).into_iter().collect();
        }
        info
    }

    fn call(&self, session: &Session) -> CallInfo {
        let call = &session.call;
        let duration = session.duration(self.now);
        let mut info = CallInfo::blank();
        info.call_id = Some(call.id);
        info.start_time = Some(self.zone.to_datetime(session.started));
        info.duration = duration;
        info.local_number = Some(call.local_number.clone());
        info.remote_number = Some(call.remote_number.clone());
        info.remote_number_type = Some("pstn".to_owned());
        info.incoming = Some(false);
        info.successful = Some(true);
        info.transaction_id = Some(call.transaction);
        info.record_url = self.recording(session).and_then(|recording| recording.record_url);
        info.media_server_address = Some(MEDIA_SERVER.to_owned());
        info.cost = amount(call.cost);
        info.end_reason = duration.map(|_| json!({ "code": 200 }));
        info
    }

    /// The recording, which is there when the session is over.
    fn recording(&self, session: &Session) -> Option<Recording> {
        session.duration(self.now)?;
        let id = session.recording?;
        let mut recording = Recording::blank();
        recording.record_id = Some(id);
        recording.cost = Some(Decimal::ZERO);
        recording.start_time = Some(self.zone.to_datetime(session.started));
        recording.duration = Some(RECORDING_SECONDS);
        recording.record_url = Some(record_url(id, self.seed, self.base_url));
        recording.transaction_id = Some(session.call.transaction);
        recording.file_size = Some(RECORDING_BYTES.into());
        recording.transcription_status = Some(TranscriptionStatus::NotRequired);
        Some(recording)
    }
}

/// The URL of a recording.
pub(crate) fn record_url(id: u64, seed: u64, base_url: &str) -> String {
    sample::file_url("record_url", id, seed, base_url)
}
