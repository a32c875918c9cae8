//! Types that several sections share. No feature is needed for them.

mod acd_queue;
mod acd_status;
mod application;
#[cfg(any(feature = "phone_numbers", feature = "regulation_address", feature = "wab_phone_numbers"))]
mod country;
mod output_format;
mod regulation_address_type;
mod report_format;
mod report_ordered;
mod rule;
mod scenario;
mod skill;
mod user;

pub use acd_queue::AcdQueuesOrAll;
pub use acd_status::AcdStatus;
pub use application::{Application, ApplicationInfo, ApplicationsOrAll};
#[cfg(any(feature = "phone_numbers", feature = "regulation_address", feature = "wab_phone_numbers"))]
pub(crate) use country::COUNTRY;
pub use output_format::OutputFormat;
pub use regulation_address_type::RegulationAddressType;
pub use report_format::ReportFormat;
pub use report_ordered::ReportOrdered;
pub use rule::{Rule, RuleInApplication, RulesOrAll};
pub use scenario::{ScenarioInfo, Scenarios};
pub use skill::{Skill, SkillInfo};
pub use user::{User, Users, UsersInApplication, UsersOrAll};
