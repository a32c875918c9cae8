//! Types that several sections share. No feature is needed for them.

mod application;
mod output_format;
mod regulation_address_type;
mod report_format;
mod report_ordered;
mod rule;
mod user;

pub use application::Application;
pub use output_format::OutputFormat;
pub use regulation_address_type::RegulationAddressType;
pub use report_format::ReportFormat;
pub use report_ordered::ReportOrdered;
pub use rule::{Rule, RuleInApplication};
pub use user::{User, UsersInApplication};
