//! Types that several methods share.

mod account_info;
mod agreement_document_status;
mod country_code;
mod language_code;
mod legal_status;
mod plan_type;
mod resource_type;
mod short_account_info;
mod subscription_template_type;
mod verification_status;

pub use account_info::{AccountInfo, BankCardBillingLimitInfo, BillingLimitInfo, BillingLimits};
pub use agreement_document_status::AgreementDocumentStatus;
pub use country_code::CountryCode;
pub use language_code::LanguageCode;
pub use legal_status::LegalStatus;
pub use plan_type::PlanType;
pub use resource_type::ResourceType;
pub use short_account_info::ShortAccountInfo;
pub use subscription_template_type::SubscriptionTemplateType;
pub use verification_status::{DocumentStatus, VerificationStatus};
