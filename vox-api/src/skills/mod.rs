//! Skills.
//!
#![doc = include_str!("../../docs/skills.md")]

vox_core::methods! {
    bind_skill { BindSkill, SkillsOrAll }
}
