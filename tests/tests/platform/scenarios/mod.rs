//! The section `Scenarios`.

vox_core::methods! {
    start_scenarios { StartScenarios, StartScenariosResponse }
    add_scenario { AddScenario, AddScenarioResponse }
    get_scenarios { GetScenarios, GetScenariosResponse, ScenarioInfo }
    bind_scenario { BindScenario, Scenarios }
}
