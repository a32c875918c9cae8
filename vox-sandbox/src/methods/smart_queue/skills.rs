//! `SQ_AddSkill`, `SQ_SetSkillInfo`, `SQ_DelSkill` and `SQ_GetSkills`.

use std::collections::BTreeSet;

use vox_api::smart_queue::{
    SqAddSkill, SqAddSkillResponse, SqAddSkillResult, SqDelSkill, SqGetSkills, SqGetSkillsResponse,
    SqSetSkillInfo,
};
use vox_core::Record as _;

use super::selection::{check_unique, has_part, select, select_if_given, skill};
use crate::auth::Caller;
use crate::errors::ApiErrors;
use crate::methods::filter::page;
use crate::methods::set::{set, set_some};
use crate::methods::{Context, Handler, lookup};
use crate::records::smart_queue::skill_record;
use crate::state::resources::smart_queue::Skill;

impl Handler for SqAddSkill {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now;
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let skills = &account.resources.smart_queue.skills;
        check_unique("sq_skill_name", &self.sq_skill_name, None, application, skills)?;
        let id = context.accounts.new_id();
        let skill = Skill {
            application,
            name: self.sq_skill_name,
            description: self.description,
            created: now,
            modified: now,
        };
        context.account(caller)?.resources.smart_queue.skills.insert(id, skill);
        let mut result = SqAddSkillResult::blank();
        result.sq_skill_id = id;
        let mut response = SqAddSkillResponse::blank();
        response.result = result;
        Ok(response)
    }
}

impl Handler for SqSetSkillInfo {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now;
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let skills = &mut account.resources.smart_queue.skills;
        let id = skill(&self.sq_skill, application, skills)?;
        if let Some(name) = &self.new_sq_skill_name {
            check_unique("new_sq_skill_name", name, Some(id), application, skills)?;
        }
        if let Some(skill) = skills.get_mut(id) {
            set(&mut skill.name, self.new_sq_skill_name);
            set_some(&mut skill.description, self.description);
            skill.modified = now;
        }
        Ok(())
    }
}

impl Handler for SqDelSkill {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let smart_queue = &mut account.resources.smart_queue;
        let deleted = select(&self.sq_skill, application, &smart_queue.skills)?;
        smart_queue.skills.retain(|id, _| !deleted.contains(&id));
        for agent in smart_queue.agents.values_mut() {
            agent.skills.retain(|skill, _| !deleted.contains(skill));
        }
        Ok(())
    }
}

impl Handler for SqGetSkills {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = &*context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let resources = &account.resources;
        let smart_queue = &resources.smart_queue;
        let listed = select_if_given(self.sq_skill.as_ref(), application, &smart_queue.skills)?;
        let users = select_if_given(self.user.as_ref(), application, &resources.users)?;
        let excluded_users = select_if_given(self.excluded_user.as_ref(), application, &resources.users)?;
        let skills_of = |users: &BTreeSet<u64>| -> BTreeSet<u64> {
            users.iter().flat_map(|user| smart_queue.agent(*user).skills.into_keys()).collect()
        };
        let (included, excluded) = (users.as_ref().map(skills_of), excluded_users.as_ref().map(skills_of));
        let matches = |(id, skill): &(u64, &Skill)| {
            skill.application == application
                && listed.as_ref().is_none_or(|listed| listed.contains(id))
                && included.as_ref().is_none_or(|included| included.contains(id))
                && excluded.as_ref().is_none_or(|excluded| !excluded.contains(id))
                && has_part(&skill.name, self.sq_skill_name_template.as_ref())
        };
        let found: Vec<_> = smart_queue.skills.iter().filter(matches).collect();
        let mut response = SqGetSkillsResponse::blank();
        response.result = page(&found, self.offset.unwrap_or(0), self.count.unwrap_or(u64::MAX))
            .map(|(id, skill)| skill_record(*id, skill))
            .collect();
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use vox_api::smart_queue::{
        GetSqSkillsResult, SqBindSkill, SqExcludedUsers, SqSkill, SqSkillKey, SqSkillLevel, SqSkills,
        SqSkillsOrAll,
    };
    use vox_api::types::{Application, Users, UsersOrAll};
    use vox_core::IdList;

    use super::*;
    use crate::methods::smart_queue::tests::{
        ANN, BOB, EVE, FIRST, SHOP, STRANGE_SHOP, add_skill, with_users,
    };
    use crate::methods::tests::{PARENT, call_in};
    use crate::state::accounts::Accounts;

    fn all() -> SqGetSkills {
        SqGetSkills::builder().application(SHOP).build()
    }

    fn names(accounts: &mut Accounts, request: SqGetSkills) -> Vec<String> {
        let skills = call_in(accounts, request).unwrap().result;
        skills.into_iter().filter_map(|skill| skill.sq_skill_name).collect()
    }

    fn bind_skill(accounts: &mut Accounts, user: u64, skill: u64) {
        let levels = vec![SqSkillLevel { skill: SqSkillKey::Id(skill), sq_skill_level: 3 }];
        let request = SqBindSkill::builder().application(SHOP).user(UsersOrAll::Id(user.into()));
        call_in(accounts, request.sq_skills(levels).build()).unwrap();
    }

    #[test]
    fn a_skill_is_added_and_changed() {
        let mut accounts = with_users();
        assert_eq!(add_skill(&mut accounts, "French"), FIRST);
        let parent = accounts.get_mut(PARENT).unwrap();
        parent.resources.smart_queue.skills.get_mut(FIRST).unwrap().created = Timestamp::UNIX_EPOCH;
        let set = SqSetSkillInfo::builder().application(SHOP).sq_skill(SqSkill::Name("French".into()));
        call_in(&mut accounts, set.description("of France").build()).unwrap();
        let mut expected = GetSqSkillsResult::blank();
        expected.sq_skill_id = Some(FIRST);
        expected.sq_skill_name = Some("French".into());
        expected.description = Some("of France".into());
        expected.created = Some(Timestamp::UNIX_EPOCH);
        expected.modified = "2026-01-10T12:00:00Z".parse().ok();
        assert_eq!(call_in(&mut accounts, all()).unwrap().result, [expected]);
    }

    #[test]
    fn names_are_unique_in_an_application() {
        let mut accounts = with_users();
        let french = add_skill(&mut accounts, "French");
        add_skill(&mut accounts, "Dutch");
        let add = |application| SqAddSkill { application, sq_skill_name: "Dutch".into(), description: None };
        assert_eq!(call_in(&mut accounts, add(SHOP)), Err(493));
        assert_eq!(call_in(&mut accounts, add(Application::Id(STRANGE_SHOP))), Err(116));
        assert!(call_in(&mut accounts, add(Application::Name("bank".into()))).is_ok());
        let rename = |skill, name: &str| {
            let request = SqSetSkillInfo::builder().application(SHOP).sq_skill(skill);
            request.new_sq_skill_name(name).build()
        };
        assert_eq!(call_in(&mut accounts, rename(SqSkill::Id(french), "Dutch")), Err(493));
        assert_eq!(call_in(&mut accounts, rename(SqSkill::Id(99), "Greek")), Err(496));
        assert_eq!(call_in(&mut accounts, rename(SqSkill::Name("Greek".into()), "Latin")), Err(496));
        call_in(&mut accounts, rename(SqSkill::Id(french), "French")).unwrap();
        call_in(&mut accounts, rename(SqSkill::Id(french), "Greek")).unwrap();
        assert_eq!(names(&mut accounts, all()), ["Greek", "Dutch"]);
    }

    #[test]
    fn filters_and_pages_select_skills() {
        let mut accounts = with_users();
        let [french, dutch, _greek] = ["French", "Dutch", "Greek"].map(|name| add_skill(&mut accounts, name));
        bind_skill(&mut accounts, ANN, french);
        bind_skill(&mut accounts, BOB, dutch);
        let by_name = SqSkills::Name(vec!["Greek".into()]);
        for (request, expected) in [
            (
                SqGetSkills { sq_skill: Some(SqSkills::Id(vec![dutch, french])), ..all() },
                &["French", "Dutch"][..],
            ),
            (SqGetSkills { sq_skill: Some(by_name), ..all() }, &["Greek"]),
            (SqGetSkills { sq_skill_name_template: Some("CH".into()), ..all() }, &["French", "Dutch"]),
            (SqGetSkills { user: Some(Users::Name(vec!["ann".into()])), ..all() }, &["French"]),
            (SqGetSkills { user: Some(Users::Id(vec![ANN, BOB])), ..all() }, &["French", "Dutch"]),
            (
                SqGetSkills { excluded_user: Some(SqExcludedUsers::Id(vec![ANN])), ..all() },
                &["Dutch", "Greek"],
            ),
            (SqGetSkills { count: Some(1), offset: Some(2), ..all() }, &["Greek"]),
            (SqGetSkills { count: Some(0), ..all() }, &[]),
        ] {
            let text = format!("{request:?}");
            assert_eq!(names(&mut accounts, request), expected, "{text}");
        }
        let by = |user, excluded_user| SqGetSkills { user, excluded_user, ..all() };
        assert_eq!(call_in(&mut accounts, by(Some(Users::Id(vec![EVE])), None)), Err(117));
        assert_eq!(call_in(&mut accounts, by(Some(Users::Name(vec!["eve".into()])), None)), Err(117));
        assert_eq!(call_in(&mut accounts, by(None, Some(SqExcludedUsers::Id(vec![EVE])))), Err(180));
        let unknown = SqGetSkills { sq_skill: Some(SqSkills::Id(vec![dutch, 99])), ..all() };
        assert_eq!(call_in(&mut accounts, unknown), Err(496));
    }

    #[test]
    fn no_agent_has_a_deleted_skill() {
        let mut accounts = with_users();
        let [french, dutch, greek] = ["French", "Dutch", "Greek"].map(|name| add_skill(&mut accounts, name));
        bind_skill(&mut accounts, ANN, french);
        bind_skill(&mut accounts, ANN, dutch);
        let delete = |sq_skill| SqDelSkill { application: SHOP, sq_skill };
        assert_eq!(call_in(&mut accounts, delete(SqSkillsOrAll::Id([greek, 99].into()))), Err(496));
        call_in(&mut accounts, delete(SqSkillsOrAll::Id([french, greek].into()))).unwrap();
        assert_eq!(names(&mut accounts, all()), ["Dutch"]);
        let parent = accounts.get(PARENT).unwrap();
        assert_eq!(parent.resources.smart_queue.agent(ANN).skills, [(dutch, 3)].into());
        call_in(&mut accounts, delete(SqSkillsOrAll::Id(IdList::All))).unwrap();
        assert_eq!(names(&mut accounts, all()), [""; 0]);
    }
}
