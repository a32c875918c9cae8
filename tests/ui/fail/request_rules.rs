//! Mistakes in rules across parameters.

use vox_core::prelude::*;
use vox_core::rules::{Check, RequestCheck};

/// The response.
#[derive(Debug, VoxRecord)]
pub struct Answer {
    /// The number.
    pub count: Option<u64>,
}

/// Names that are no fields.
#[derive(Debug, Clone, VoxMethod)]
#[vox_method(name = "GetOne", response = Answer, kind = read)]
pub struct GetOne {
    /// A misspelled field.
    #[param(needs = applcation_id)]
    pub user_name: Option<String>,
    /// A name on the wire.
    #[param(name = "app_id", needs = [user])]
    pub application_id: Option<u64>,
    /// The field itself.
    #[param(name = "user", at_most = limit)]
    pub limit: Option<u64>,
    /// A string.
    #[param(needs = "application_id")]
    pub role: Option<String>,
    /// With `self`.
    #[param(at_most = self.limit)]
    pub least: Option<u64>,
    /// Nothing.
    #[param(needs = [])]
    pub nothing: Option<u64>,
    /// As a call.
    #[param(needs(role))]
    pub call: Option<u64>,
}

/// Rules that cannot be violated, or not be kept.
#[derive(Debug, Clone, VoxMethod)]
#[vox_method(name = "GetTwo", response = Answer, kind = read)]
pub struct GetTwo {
    /// Required.
    #[param(needs = limit)]
    pub user_id: u64,
    /// Needs a required one.
    #[param(needs = user_id)]
    pub limit: Option<u64>,
    /// Alone in its group.
    #[param(all_of = "dates")]
    pub from_date: Option<Date>,
    /// Required.
    #[param(all_of = "pair")]
    pub one: u64,
    /// Optional.
    #[param(all_of = "pair")]
    pub two: Option<u64>,
    /// Another type.
    #[param(at_most = from_date)]
    pub three: Option<u64>,
    /// No order.
    #[param(at_most = from_date)]
    pub four: Option<bool>,
    /// Twice.
    #[param(needs = [limit, two, limit])]
    pub five: Option<u64>,
}

const PHONE: Check = Check::new("phone", "must be digits", |_| true);

/// Not constants.
#[derive(Debug, Clone, VoxMethod)]
#[vox_method(name = "GetThree", response = Answer, kind = read, checks = [RequestCheck::new()])]
pub struct GetThree {}

/// Not in brackets.
#[derive(Debug, Clone, VoxMethod)]
#[vox_method(name = "GetFour", response = Answer, kind = read, checks = PHONE)]
pub struct GetFour {}

/// The check of a text.
#[derive(Debug, Clone, VoxMethod)]
#[vox_method(name = "GetFive", response = Answer, kind = read, checks = [PHONE])]
pub struct GetFive {}

const UNKNOWN: RequestCheck<GetSix> = RequestCheck::new("six", "must be six", &["sixth"], |_| true);

/// A check that names no parameter.
#[derive(Debug, Clone, VoxMethod)]
#[vox_method(name = "GetSix", response = Answer, kind = read, checks = [UNKNOWN])]
pub struct GetSix {
    /// The parameter.
    pub six: Option<u64>,
}

/// The check of another method.
#[derive(Debug, Clone, VoxMethod)]
#[vox_method(name = "GetSeven", response = Answer, kind = read, checks = [UNKNOWN])]
pub struct GetSeven {
    /// The parameter.
    pub sixth: Option<u64>,
}

/// Another word.
#[derive(Debug, Clone, VoxMethod)]
#[vox_method(name = "GetEight", response = Answer, kind = read)]
pub struct GetEight {
    /// The parameter.
    #[param(requires = other)]
    pub one: Option<u64>,
    /// The other parameter.
    pub other: Option<u64>,
}

type Id = u64;

/// Rules about what is given, of required parameters: the trait tells that the alias is no `Option`.
#[derive(Debug, Clone, VoxMethod)]
#[vox_method(name = "GetNine", response = Answer, kind = read)]
pub struct GetNine {
    /// Always given.
    #[param(needs = other, default = 5)]
    pub id: Id,
    /// Needs what is always given.
    #[param(needs = id)]
    pub other: Option<u64>,
    /// Always given.
    #[param(any_of = "filter")]
    pub one: Id,
    /// May be given.
    #[param(any_of = "filter", all_of = "pair")]
    pub two: Option<u64>,
    /// Always given.
    #[param(all_of = "pair")]
    pub three: Id,
}

fn main() {}
