//! `SQ_BindSkill` and `SQ_UnbindSkill`.

use std::collections::BTreeMap;

use vox_api::smart_queue::{SqBindSkill, SqSkillBindingMode, SqUnbindSkill};

use super::selection::{select, skill_in_json};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler, lookup};

const MAX_SKILLS: usize = 5;
const TOO_MANY_SKILLS: ApiError = ApiError::new(498, "Agent can be assigned up to 5 skills");

impl Handler for SqBindSkill {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let (replaces_skills, replaces_agents) = match self.bind_mode.unwrap_or(SqSkillBindingMode::Add) {
            SqSkillBindingMode::Add => (false, false),
            SqSkillBindingMode::ReplaceSkills => (true, false),
            SqSkillBindingMode::ReplaceAgents => (false, true),
            _ => return Err(ApiError::invalid_value("bind_mode").into()),
        };
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let smart_queue = &mut account.resources.smart_queue;
        let users = select(&self.user, application, &account.resources.users)?;
        let mut levels = BTreeMap::new();
        for skill in &self.sq_skills.0 {
            let id = skill_in_json(&skill.skill, application, &smart_queue.skills)?;
            levels.insert(id, skill.sq_skill_level);
        }
        let changed: Vec<_> = users
            .iter()
            .map(|user| {
                let mut skills = smart_queue.agent(*user).skills;
                if replaces_skills {
                    skills.clear();
                }
                skills.extend(&levels);
                (*user, skills)
            })
            .collect();
        if changed.iter().any(|(_, skills)| skills.len() > MAX_SKILLS) {
            return Err(TOO_MANY_SKILLS.into());
        }
        if replaces_agents {
            for agent in smart_queue.agents.values_mut() {
                agent.skills.retain(|skill, _| !levels.contains_key(skill));
            }
        }
        for (user, skills) in changed {
            smart_queue.agent_mut(user).skills = skills;
        }
        Ok(())
    }
}

impl Handler for SqUnbindSkill {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let smart_queue = &mut account.resources.smart_queue;
        let skills = select(&self.sq_skill, application, &smart_queue.skills)?;
        for user in select(&self.user, application, &account.resources.users)? {
            smart_queue.agent_mut(user).skills.retain(|skill, _| !skills.contains(skill));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use vox_api::smart_queue::{SqSkillKey, SqSkillLevel, SqSkillsOrAll};
    use vox_api::types::UsersOrAll;
    use vox_core::IdList;

    use super::*;
    use crate::methods::smart_queue::tests::{ANN, BOB, EVE, SHOP, STRANGER, add_skill, with_users};
    use crate::methods::tests::{PARENT, call_in};
    use crate::state::accounts::Accounts;

    /// The skills of `ann` and of `bob`, with their levels.
    fn skills(accounts: &Accounts) -> [Vec<(u64, u8)>; 2] {
        let smart_queue = &accounts.get(PARENT).unwrap().resources.smart_queue;
        [ANN, BOB].map(|user| smart_queue.agent(user).skills.into_iter().collect())
    }

    fn levels(levels: impl IntoIterator<Item = (u64, u8)>) -> Vec<SqSkillLevel> {
        let levels = levels.into_iter();
        levels.map(|(id, level)| SqSkillLevel { skill: SqSkillKey::Id(id), sq_skill_level: level }).collect()
    }

    fn request(user: impl Into<IdList>, skills: Vec<SqSkillLevel>) -> SqBindSkill {
        let user = UsersOrAll::Id(user.into());
        SqBindSkill::builder().application(SHOP).user(user).sq_skills(skills).build()
    }

    /// Both agents have the first skill, `bob` also the second.
    fn with_skills() -> (Accounts, [u64; 3]) {
        let mut accounts = with_users();
        let [a, b, c] = ["a", "b", "c"].map(|name| add_skill(&mut accounts, name));
        call_in(&mut accounts, request(IdList::All, levels([(a, 1)]))).unwrap();
        call_in(&mut accounts, request(BOB, levels([(b, 2)]))).unwrap();
        (accounts, [a, b, c])
    }

    #[test]
    fn the_mode_decides_about_earlier_skills() {
        let (accounts, [a, b, c]) = with_skills();
        for (mode, expected) in [
            (None, [vec![(a, 1), (b, 5), (c, 3)], vec![(a, 1), (b, 2)]]),
            (Some(SqSkillBindingMode::Add), [vec![(a, 1), (b, 5), (c, 3)], vec![(a, 1), (b, 2)]]),
            (Some(SqSkillBindingMode::ReplaceSkills), [vec![(b, 5), (c, 3)], vec![(a, 1), (b, 2)]]),
            (Some(SqSkillBindingMode::ReplaceAgents), [vec![(a, 1), (b, 5), (c, 3)], vec![(a, 1)]]),
        ] {
            let mut accounts = accounts.clone();
            let request = SqBindSkill { bind_mode: mode.clone(), ..request(ANN, levels([(b, 5), (c, 3)])) };
            call_in(&mut accounts, request).unwrap();
            assert_eq!(skills(&accounts), expected, "{mode:?}");
        }
    }

    #[test]
    fn a_skill_that_an_agent_has_gets_the_new_level() {
        let (mut accounts, [a, b, _]) = with_skills();
        let named = SqSkillLevel { skill: SqSkillKey::Name("a".into()), sq_skill_level: 4 };
        call_in(&mut accounts, request(BOB, vec![named])).unwrap();
        assert_eq!(skills(&accounts), [vec![(a, 1)], vec![(a, 4), (b, 2)]]);
    }

    #[test]
    fn an_agent_has_at_most_five_skills() {
        let (mut accounts, old) = with_skills();
        let [fourth, fifth, sixth] = ["d", "e", "f"].map(|name| add_skill(&mut accounts, name));
        let four = levels([old[1], old[2], fourth, fifth].map(|skill| (skill, 1)));
        call_in(&mut accounts, request(ANN, four)).unwrap();
        let before = skills(&accounts);
        assert_eq!((before[0].len(), before[1].len()), (5, 2));
        let one_more = request(IdList::All, levels([(sixth, 1)]));
        assert_eq!(call_in(&mut accounts, one_more.clone()), Err(498));
        assert_eq!(skills(&accounts), before);
        call_in(&mut accounts, request(ANN, levels([(fifth, 4)]))).unwrap();
        let replace = Some(SqSkillBindingMode::ReplaceSkills);
        call_in(&mut accounts, SqBindSkill { bind_mode: replace, ..one_more }).unwrap();
        assert_eq!(skills(&accounts), [vec![(sixth, 1)], vec![(sixth, 1)]]);
    }

    #[test]
    fn a_rejected_binding_changes_nothing() {
        let (mut accounts, [a, ..]) = with_skills();
        let before = skills(&accounts);
        let named = SqSkillLevel { skill: SqSkillKey::Name("z".into()), sq_skill_level: 4 };
        let unknown_mode = Some(SqSkillBindingMode::other("swap"));
        for (request, code) in [
            (request([ANN, EVE], levels([(a, 5)])), 117),
            (request([ANN, STRANGER], levels([(a, 5)])), 117),
            (request(ANN, levels([(a, 5), (99, 1)])), 496),
            (request(ANN, vec![named]), 496),
            (SqBindSkill { bind_mode: unknown_mode, ..request(ANN, levels([(a, 5)])) }, 496),
        ] {
            assert_eq!(call_in(&mut accounts, request), Err(code));
            assert_eq!(skills(&accounts), before);
        }
    }

    #[test]
    fn skills_are_taken_from_agents() {
        let (mut accounts, [a, b, c]) = with_skills();
        let unbind = |user, sq_skill| SqUnbindSkill { application: SHOP, user, sq_skill };
        let everybody = || UsersOrAll::Id(IdList::All);
        assert_eq!(call_in(&mut accounts, unbind(everybody(), SqSkillsOrAll::Id([a, 99].into()))), Err(496));
        call_in(&mut accounts, unbind(everybody(), SqSkillsOrAll::Id([b, c].into()))).unwrap();
        assert_eq!(skills(&accounts), [vec![(a, 1)], vec![(a, 1)]]);
        let by_name = SqSkillsOrAll::Name(vec!["a".into()]);
        call_in(&mut accounts, unbind(UsersOrAll::Name(vec!["ann".into()]), by_name)).unwrap();
        assert_eq!(skills(&accounts), [vec![], vec![(a, 1)]]);
        call_in(&mut accounts, unbind(UsersOrAll::Id(BOB.into()), SqSkillsOrAll::Id(IdList::All))).unwrap();
        assert_eq!(skills(&accounts), [vec![], vec![]]);
    }
}
