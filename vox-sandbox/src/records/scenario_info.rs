//! `ScenarioInfo`.

use vox_api::types::ScenarioInfo;
use vox_core::Record as _;

use super::whole_seconds;
use crate::state::resources::scenario::Scenario;

pub(crate) fn scenario_info(id: u64, scenario: &Scenario, with_script: bool) -> ScenarioInfo {
    let mut info = ScenarioInfo::blank();
    info.scenario_id = Some(id);
    info.scenario_name = Some(scenario.name.clone());
    info.scenario_script = with_script.then(|| scenario.script.clone());
    info.modified = whole_seconds(scenario.modified);
    info.parent = Some(false);
    info
}
