//! `SetScenarioInfo`.

use vox_api::scenarios::{ScenarioToChange, SetScenarioInfo};

use super::{NAME_TAKEN, named};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::set::set;
use crate::methods::{Context, Handler, lookup};

impl Handler for SetScenarioInfo {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now;
        let account = context.account(caller)?;
        let id = match &self.scenario {
            ScenarioToChange::Id(id) => *id,
            ScenarioToChange::Name(name) => {
                named(name, account).ok_or_else(|| ApiError::invalid_param(168, "required_scenario_name"))?
            }
        };
        let owner = self.scenario_name.as_ref().and_then(|name| named(name, account));
        let scenario = account.resources.scenarios.get_mut(id).ok_or_else(lookup::invalid_scenario_id)?;
        if owner.is_some_and(|owner| owner != id) {
            return Err(NAME_TAKEN.into());
        }
        set(&mut scenario.name, self.scenario_name);
        set(&mut scenario.script, self.scenario_script);
        scenario.modified = now;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::scenarios::tests::{MENU, with_scenarios};
    use crate::methods::tests::{PARENT, call_in};

    fn change(scenario: ScenarioToChange, name: Option<&str>, script: Option<&str>) -> SetScenarioInfo {
        let text = |text: Option<&str>| text.map(str::to_owned);
        SetScenarioInfo { scenario, scenario_name: text(name), scenario_script: text(script) }
    }

    #[test]
    fn the_name_and_the_code_change() {
        let mut accounts = with_scenarios();
        let by_name = ScenarioToChange::Name("menu".into());
        call_in(&mut accounts, change(by_name, Some("menu-two"), None)).unwrap();
        call_in(&mut accounts, change(ScenarioToChange::Id(MENU), Some("menu-two"), Some("two"))).unwrap();
        let scenario = accounts.get(PARENT).unwrap().resources.scenarios.get(MENU).unwrap();
        assert_eq!((scenario.name.as_str(), scenario.script.as_str()), ("menu-two", "two"));
    }

    #[test]
    fn a_rejected_change_changes_nothing() {
        let mut accounts = with_scenarios();
        let cases = [
            (ScenarioToChange::Id(MENU), 133),
            (ScenarioToChange::Id(7), 132),
            (ScenarioToChange::Name("none".into()), 168),
        ];
        for (scenario, code) in cases {
            assert_eq!(call_in(&mut accounts, change(scenario, Some("shared"), Some("two"))), Err(code));
        }
        assert_eq!(accounts.get(PARENT).unwrap().resources.scenarios.get(MENU).unwrap().script, "code");
    }
}
