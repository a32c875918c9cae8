//! The payloads of callbacks, by type.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;
use vox_core::Record;

use super::{
    A2pActivatedCallback, AccountDocumentStatusUpdatedCallback, AccountDocumentUploadedCallback,
    AccountDocumentVerifiedCallback, BatchTaskCancellingCallback, CallHistoryReportCallback,
    CardPaymentCallback, ExpiredAgreementCallback, ExpiredCallerIdCallback, ExpiredCertificateCallback,
    ExpiringAgreementCallback, ExpiringCallerIdCallback, ExpiringCertificateCallback, InboundSmsCallback,
    InvoiceReceivedCallback, MinBalanceCallback, NewInvoiceCallback, NextChargeAlertCallback,
    PhoneNumberActivationStatusChangedCallback, PlanConfigCallback,
    RegulationAddressDocumentsRequestedCallback, RegulationAddressUploadedCallback,
    RegulationAddressVerifiedCallback, RenewedSubscriptionsCallback, RestoredAgreementStatusCallback,
    RobokassaPaymentCallback, SipRegistrationFailCallback, SipRegistrationRecoveredCallback,
    SubscriptionIsDetachedCallback, SubscriptionIsFrozenCallback, TransactionHistoryReportCallback,
    TranscriptionCompleteCallback, UnverifiedSubscriptionDetachedCallback, WireTransferCallback,
};

/// Declares the enum, the list of its types on the wire, and the decoder.
macro_rules! payloads {
    ($($(#[$attribute:meta])* $kind:literal => $variant:ident $(($payload:ident))?,)+) => {
        /// The payload of a callback, by type.
        ///
        /// For types without a payload, no source describes any fields. Fields that the platform may send with them are
        /// skipped.
        ///
        /// Source: the fields of the structure `AccountCallback`.
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum CallbackPayload {
            $($(#[$attribute])* $variant $(($payload))?,)+
            /// A type that this list does not have, or a payload that is not an object.
            Other {
                /// The callback's type.
                kind: String,
                /// The payload. If the callback has no field with the name of its type, it is an object of all fields that
                /// are not common to all callbacks. JSON that `serde_json` cannot hold (nested too deeply, a number out of
                /// range) becomes the string of its text. Numbers with a fraction are floats here, unlike the amounts of the
                /// other variants.
                payload: Value,
            },
        }

        impl CallbackPayload {
            /// The known types, as on the wire, in the order of the variants.
            pub const KINDS: &'static [&'static str] = &[$($kind),+];

            /// The payload of a known type.
            fn known(kind: &str, json: Option<&str>) -> Option<Self> {
                match kind {
                    $($kind => payloads!(@read kind json $variant $($payload)?),)+
                    _ => None,
                }
            }
        }
    };
    (@read $kind:ident $json:ident $variant:ident $payload:ident) => {
        typed($kind, $json?).map(Self::$variant)
    };
    (@read $kind:ident $json:ident $variant:ident) => {
        Some(Self::$variant)
    };
}

payloads! {
    /// A document for the verification of the account was uploaded. Deprecated by the vendor in favor of
    /// [`AccountDocumentStatusUpdated`](Self::AccountDocumentStatusUpdated).
    "account_document_uploaded" => AccountDocumentUploaded(AccountDocumentUploadedCallback),
    /// A batch of tasks has been cancelled.
    "batch_task_cancelling_completed" => BatchTaskCancellingCompleted(BatchTaskCancellingCallback),
    /// A proof of address was uploaded.
    "regulation_address_uploaded" => RegulationAddressUploaded(RegulationAddressUploadedCallback),
    /// A document for the verification of the account was reviewed. Deprecated by the vendor in favor of
    /// [`AccountDocumentStatusUpdated`](Self::AccountDocumentStatusUpdated).
    "account_document_verified" => AccountDocumentVerified(AccountDocumentVerifiedCallback),
    /// The account was frozen.
    "account_is_frozen" => AccountIsFrozen,
    /// The account is no longer frozen.
    "account_is_unfrozen" => AccountIsUnfrozen,
    /// A new account, not a child, was activated.
    "activate_successful" => ActivateSuccessful,
    /// A report of the history of calls is ready.
    "call_history_report" => CallHistoryReport(CallHistoryReportCallback),
    /// A bank card has expired.
    "card_expired" => CardExpired,
    /// A bank card expires in a month.
    "card_expires_in_month" => CardExpiresInMonth,
    /// Money came by bank card.
    "card_payment" => CardPayment(CardPaymentCallback),
    /// A payment by bank card failed.
    "card_payment_failed" => CardPaymentFailed,
    /// Money came by Robokassa.
    "robokassa_payment" => RobokassaPayment(RobokassaPaymentCallback),
    /// Money came by bank transfer.
    "wire_transfer" => WireTransfer(WireTransferCallback),
    /// A scenario raised an error. Sent only while `send_js_error` of
    /// [`SetAccountInfo`](crate::SetAccountInfo) is on.
    "js_fail" => JsFail,
    /// The balance is low.
    "min_balance" => MinBalance(MinBalanceCallback),
    /// A proof of address was reviewed.
    "regulation_address_verified" => RegulationAddressVerified(RegulationAddressVerifiedCallback),
    /// Subscriptions were renewed.
    "renewed_subscriptions" => RenewedSubscriptions(RenewedSubscriptionsCallback),
    /// A new password for the account was requested.
    "reset_account_password_request" => ResetAccountPasswordRequest,
    /// SIP registrations failed.
    "sip_registration_fail" => SipRegistrationFail(SipRegistrationFailCallback),
    /// SIP registrations work again.
    "sip_registration_recovered" => SipRegistrationRecovered(SipRegistrationRecoveredCallback),
    /// Subscriptions were frozen.
    "subscription_is_frozen" => SubscriptionIsFrozen(SubscriptionIsFrozenCallback),
    /// Subscriptions ended.
    "subscription_is_detached" => SubscriptionIsDetached(SubscriptionIsDetachedCallback),
    /// A report of transactions is ready.
    "transaction_history_report" => TransactionHistoryReport(TransactionHistoryReportCallback),
    /// Subscriptions ended for want of verification.
    "unverified_subscription_detached" =>
        UnverifiedSubscriptionDetached(UnverifiedSubscriptionDetachedCallback),
    /// Caller ids expire soon.
    "expiring_callerid" => ExpiringCallerId(ExpiringCallerIdCallback),
    /// A record was transcribed.
    "transcription_complete" => TranscriptionComplete(TranscriptionCompleteCallback),
    /// An SMS came in.
    "sms_inbound" => SmsInbound(InboundSmsCallback),
    /// A rented phone number is in another state of activation.
    "phone_number_activation_status_changed" =>
        PhoneNumberActivationStatusChanged(PhoneNumberActivationStatusChangedCallback),
    /// The time to hand in documents ends soon: sent 20, 15, 10, 5 days and a day before.
    "expiring_agreement" => ExpiringAgreement(ExpiringAgreementCallback),
    /// The time to hand in documents ends today or has ended.
    "expired_agreement" => ExpiredAgreement(ExpiredAgreementCallback),
    /// The time to hand in documents ends on another day than before.
    "restored_agreement_status" => RestoredAgreementStatus(RestoredAgreementStatusCallback),
    /// Plans are to be renewed in three days, and the money does not suffice.
    "next_charge_alert" => NextChargeAlert(NextChargeAlertCallback),
    /// A certificate has expired. Deprecated by the vendor in favor of
    /// [`ExpiredCertificates`](Self::ExpiredCertificates) and [`ExpiringCertificates`](Self::ExpiringCertificates).
    "certificate_expired" => CertificateExpired,
    /// Apple's `VoIP` certificates of the account have expired.
    "expired_certificates" => ExpiredCertificates(ExpiredCertificateCallback),
    /// Apple's `VoIP` certificates of the account expire in 14 days or less.
    "expiring_certificates" => ExpiringCertificates(ExpiringCertificateCallback),
    /// A document for the verification of the account is in another state.
    "account_document_status_updated" => AccountDocumentStatusUpdated(AccountDocumentStatusUpdatedCallback),
    /// SMS from applications (A2P) were activated.
    "a2p_sms_activated" => A2pSmsActivated(A2pActivatedCallback),
    /// More documents are needed for a proof of address.
    "regulation_address_documents_requested" =>
        RegulationAddressDocumentsRequested(RegulationAddressDocumentsRequestedCallback),
    /// A monthly invoice was sent.
    "invoice_received" => InvoiceReceived(InvoiceReceivedCallback),
    /// The account is not used. Known to one of the vendor's SDKs only.
    "stagnant_account" => StagnantAccount,
    /// The account's plan changed. Known to one of the vendor's SDKs only.
    "plan_config" => PlanConfig(PlanConfigCallback),
    /// Caller ids have expired. Known to one of the vendor's SDKs only.
    "expired_callerid" => ExpiredCallerId(ExpiredCallerIdCallback),
    /// There is a new invoice. Known to one of the vendor's SDKs only.
    "new_invoice" => NewInvoice(NewInvoiceCallback),
    /// The balance changed: [`AccountCallback::balance`](super::AccountCallback::balance). Known to one of the
    /// vendor's SDKs only.
    "balance_is_changed" => BalanceIsChanged,
}

/// The field of the callback from which a known handler reads the state of a document.
const DOCUMENT_STATUS: &str = "account_document_status";

impl CallbackPayload {
    /// Decodes the payload of a callback with these fields.
    pub(super) fn read(kind: &str, callback: &str, fields: &BTreeMap<String, &RawValue>) -> Self {
        let json = fields.get(kind).map(|json| json.get());
        let stray_status = fields.get(DOCUMENT_STATUS).filter(|_| kind == "account_document_status_updated");
        // If the callback itself has the state, it may also have the other fields of the payload.
        let mut payload = Self::known(kind, json.or(stray_status.map(|_| callback)));
        if let (Some(Self::AccountDocumentStatusUpdated(document)), Some(status)) =
            (&mut payload, stray_status)
            && document.account_document_status.is_none()
        {
            document.account_document_status = serde_json::from_str(status.get()).ok();
        }
        payload.unwrap_or_else(|| Self::Other {
            kind: kind.to_owned(),
            payload: json.map_or_else(|| rest(fields), value),
        })
    }
}

/// Decodes a payload. Some payloads are nested in a field with the name of the type: `{"new_invoice": {..}}`.
fn typed<T: Record>(kind: &str, json: &str) -> Option<T> {
    let fields: BTreeMap<String, &RawValue> = serde_json::from_str(json).ok()?;
    let inner = fields.get(kind).map(|inner| inner.get()).filter(|inner| inner.starts_with('{'));
    T::from_json_lenient(inner.unwrap_or(json).as_bytes()).ok()
}

/// The fields that are not common to all callbacks.
fn rest(fields: &BTreeMap<String, &RawValue>) -> Value {
    let common = <super::wire::AccountCallback as Record>::META.fields;
    let rest = fields.iter().filter(|(name, _)| common.iter().all(|field| field.name != name.as_str()));
    Value::Object(rest.map(|(name, json)| (name.clone(), value(json.get()))).collect())
}

/// The value; JSON that `serde_json` cannot hold becomes the string of its text.
pub(super) fn value(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_else(|_| Value::String(json.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::CallbackPayload;
    use crate::AgreementDocumentStatus;
    use crate::callbacks::AccountCallbacks;
    use serde_json::json;

    fn payload(kind: &str, fields: &str) -> CallbackPayload {
        let body = format!(
            r#"{{"callbacks": [{{"callback_id": 1, "type": "{kind}", "account_id": 1, "hash": ""{fields}}}]}}"#
        );
        AccountCallbacks::from_json(body.as_bytes()).unwrap().callbacks.remove(0).payload
    }

    /// The type and the JSON that were kept.
    fn other(payload: CallbackPayload) -> (String, serde_json::Value) {
        match payload {
            CallbackPayload::Other { kind, payload } => (kind, payload),
            known => panic!("{known:?}"),
        }
    }

    #[test]
    fn unknown_types_keep_their_json() {
        let found = other(payload("news", r#", "news": {"a": [1]}, "b": 2"#));
        assert_eq!(found, ("news".into(), json!({"a": [1]})));
        let found = other(payload("news", r#", "balance": 1, "news_info": {"a": [1]}, "b": 2"#));
        assert_eq!(found, ("news".into(), json!({"news_info": {"a": [1]}, "b": 2})));
        assert_eq!(other(payload("", "")), (String::new(), json!({})));
    }

    #[test]
    fn payloads_that_do_not_fit_keep_their_json() {
        assert_eq!(other(payload("min_balance", "")).1, json!({}));
        assert_eq!(other(payload("min_balance", r#", "min_balance": null"#)).1, json!(null));
        assert_eq!(other(payload("min_balance", r#", "min_balance": [1]"#)).1, json!([1]));
        let deep = format!("{}1{}", "[".repeat(1000), "]".repeat(1000));
        assert_eq!(other(payload("min_balance", &format!(r#", "min_balance": {deep}"#))).1, json!(deep));
        assert_eq!(other(payload("news", r#", "news": 1e999"#)).1, json!("1e999"));
    }

    #[test]
    fn types_without_payload_need_none() {
        for fields in ["", r#", "js_fail": null"#, r#", "js_fail": {}"#, r#", "js_fail": {"new": 1}"#] {
            assert!(matches!(payload("js_fail", fields), CallbackPayload::JsFail), "{fields}");
        }
    }

    #[test]
    fn both_shapes_of_nested_payloads_are_read() {
        let sms = r#"{"source_number": "1", "destination_number": 2, "sms_body": "hi"}"#;
        for fields in
            [format!(r#", "sms_inbound": {sms}"#), format!(r#", "sms_inbound": {{"sms_inbound": {sms}}}"#)]
        {
            let CallbackPayload::SmsInbound(sms) = payload("sms_inbound", &fields) else {
                panic!("{fields}")
            };
            assert_eq!(sms.source_number.as_deref(), Some("1"));
            assert_eq!(sms.destination_number.as_deref(), Some("2"));
            assert_eq!(sms.sms_body.as_deref(), Some("hi"));
        }
    }

    #[test]
    fn the_state_of_a_document_may_be_a_field_of_the_callback() {
        let kind = "account_document_status_updated";
        for fields in [
            r#", "account_document_status": "VERIFIED", "account_document_id": 5"#,
            r#", "account_document_status": "VERIFIED", "account_document_status_updated": {"account_document_id": 5}"#,
            r#", "account_document_status": "REJECTED", "account_document_status_updated":
                {"account_document_id": 5, "account_document_status": "VERIFIED"}"#,
        ] {
            let CallbackPayload::AccountDocumentStatusUpdated(document) = payload(kind, fields) else {
                panic!("{fields}")
            };
            assert_eq!(document.account_document_id, Some(5), "{fields}");
            assert_eq!(document.account_document_status, Some(AgreementDocumentStatus::Verified), "{fields}");
        }
        assert_eq!(other(payload(kind, "")).0, kind);
    }
}
