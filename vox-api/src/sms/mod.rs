//! SMS.
//!
#![doc = include_str!("../../docs/sms.md")]

vox_core::methods! {
    a2p_send_sms { A2pSendSms, A2pSendSmsResponse, SmsTransaction, FailedSms }
    get_sms_history { GetSmsHistory, GetSmsHistoryResponse, SmsDirection, SmsHistory, SmsStatusId }
    a2p_get_sms_history {
        A2pGetSmsHistory, A2pGetSmsHistoryResponse, A2pDeliveryStatusId, A2pDeliveryStatus, A2pSmsHistory,
    }
}
