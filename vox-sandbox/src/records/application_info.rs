//! `ApplicationInfo`.

use vox_api::types::ApplicationInfo;
use vox_core::Record as _;

use super::whole_seconds;
use crate::state::resources::application::Application;

pub(crate) fn application_info(id: u64, application: &Application, account_name: &str) -> ApplicationInfo {
    let mut info = ApplicationInfo::blank();
    info.application_id = Some(id);
    info.application_name = Some(application.full_name(account_name));
    info.modified = whole_seconds(application.modified);
    info.secure_record_storage = Some(application.secure_record_storage);
    info
}
