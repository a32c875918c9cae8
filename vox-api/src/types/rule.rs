//! Routing rules.

use vox_core::prelude::*;

/// A routing rule.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Rule {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

/// A routing rule of the application that the request names.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "rule")]
pub enum RuleInApplication {
    /// By id.
    Id(u64),
    /// By name, which is unique in an application.
    #[param(needs = application)]
    Name(String),
}

/// Routing rules, or all.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "rule")]
pub enum RulesOrAll {
    /// By ids, or all.
    Id(IdList),
    /// By names.
    Name(Vec<String>),
}
