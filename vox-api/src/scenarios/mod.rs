//! Scenarios.
//!
#![doc = include_str!("../../docs/scenarios.md")]

vox_core::methods! {
    start_scenarios { StartScenarios, StartScenariosResponse }
    add_scenario { AddScenario, AddScenarioResponse }
    get_scenarios { GetScenarios, GetScenariosResponse }
    bind_scenario { BindScenario }
}
