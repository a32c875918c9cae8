//! The section `Skills`.

vox_core::methods! {
    bind_skill { BindSkill, SkillsOrAll, AcdQueuesOrAll }
}
