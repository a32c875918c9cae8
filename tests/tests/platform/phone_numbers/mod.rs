//! The section `PhoneNumbers`.

mod types;

pub use types::*;

vox_core::methods! {
    attach_phone_number { AttachPhoneNumber, AttachPhoneNumberResponse, Numbers, NewAttachedPhoneInfo }
    get_phone_numbers {
        GetPhoneNumbers, GetPhoneNumbersResponse, Phones, PhoneActivationStatus, PhoneNumbersOrderBy,
        SandboxFilter, AttachedPhoneInfo,
    }
    get_phone_numbers_async { GetPhoneNumbersAsync, GetPhoneNumbersAsyncResponse }
    is_account_phone_number { IsAccountPhoneNumber, IsAccountPhoneNumberResponse }
    bind_phone_number_to_application { BindPhoneNumberToApplication, PhonesOrAll }
    get_phone_number_reports {
        GetPhoneNumberReports, GetPhoneNumberReportsResponse, PhoneNumberReportTypeFilter, PhoneNumberReportType,
        CommonReport,
    }
}
