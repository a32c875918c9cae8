//! Skills: abilities of the operators of ACD queues, the first version of queues.
//!
#![doc = include_str!("../../docs/skills.md")]
//!
//! A skill is a name, such as that of a language. [`AddSkill`] adds one, [`BindSkill`] gives it to users and to ACD queues. The
//! users with the skills of a queue become its operators if the queue has `auto_binding`; see the section Queues. SmartQueue,
//! the second version of queues, has other skills.
//!
//! ```no_run
//! use vox_api::prelude::*;
//! use vox_api::skills::{AddSkill, BindSkill, SkillsOrAll};
//! use vox_api::types::{AcdQueuesOrAll, UsersInApplication};
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! let skill = AddSkill::builder().skill_name("english").send(client).await?;
//! BindSkill::builder()
//!     .skill(SkillsOrAll::Id(skill.skill_id.into()))
//!     .user(UsersInApplication::Id([17, 18].into()))
//!     .acd_queue(AcdQueuesOrAll::Name(vec!["sales".into()]))
//!     .send(client)
//!     .await?;
//! # Ok(())
//! # }
//! ```

vox_core::methods! {
    add_skill { AddSkill, AddSkillResponse }
    del_skill { DelSkill }
    set_skill_info { SetSkillInfo }
    get_skills { GetSkills, GetSkillsResponse }
    bind_skill { BindSkill, SkillsOrAll }
}
