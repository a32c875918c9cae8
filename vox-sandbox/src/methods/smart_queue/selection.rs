//! What requests name: users, queues, skills.

use std::collections::BTreeSet;

use vox_api::smart_queue::{
    SqExcludedQueues, SqExcludedUsers, SqQueue, SqQueues, SqQueuesOrAll, SqQueuesToBind, SqSkill, SqSkillKey,
    SqSkills, SqSkillsOrAll,
};
use vox_api::types::{Users, UsersOrAll};
use vox_core::List;

use crate::errors::ApiError;
use crate::state::resources::smart_queue::{Queue, Skill};
use crate::state::resources::user::User;
use crate::state::table::Table;

/// What belongs to an application and has a unique name in it.
pub(super) trait InApplication {
    fn application(&self) -> u64;

    fn name(&self) -> &str;
}

impl InApplication for User {
    fn application(&self) -> u64 {
        self.application
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl InApplication for Queue {
    fn application(&self) -> u64 {
        self.application
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl InApplication for Skill {
    fn application(&self) -> u64 {
        self.application
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// The error for a parameter that names something that the application does not have.
fn unknown(param: &str) -> ApiError {
    match param {
        "user_id" | "user_name" => ApiError::invalid_param(117, param),
        "excluded_user_id" | "excluded_user_name" => ApiError::invalid_param(180, param),
        _ => ApiError::invalid_value(param),
    }
}

/// The things of an application that a request names.
#[derive(Debug, Clone, Copy)]
pub(super) enum Selection<'r> {
    All,
    /// The parameter and its ids.
    Ids(&'static str, &'r [u64]),
    /// The parameter and its names.
    Names(&'static str, &'r [String]),
}

/// The items of a parameter; `None` for all.
trait Items<T> {
    fn items(&self) -> Option<&[T]>;
}

impl<T> Items<T> for List<T> {
    fn items(&self) -> Option<&[T]> {
        match self {
            Self::All => None,
            Self::Of(items) => Some(items),
        }
    }
}

impl<T> Items<T> for Vec<T> {
    fn items(&self) -> Option<&[T]> {
        Some(self)
    }
}

/// Makes selections of choices, whose parameters are `{prefix}_id` and `{prefix}_name`.
macro_rules! selections {
    ($($choice:ident: $prefix:literal,)*) => {$(
        impl<'r> From<&'r $choice> for Selection<'r> {
            fn from(choice: &'r $choice) -> Self {
                match choice {
                    $choice::Id(ids) => {
                        ids.items().map_or(Self::All, |ids| Self::Ids(concat!($prefix, "_id"), ids))
                    }
                    $choice::Name(names) => {
                        names.items().map_or(Self::All, |names| Self::Names(concat!($prefix, "_name"), names))
                    }
                }
            }
        }
    )*};
}

selections! {
    Users: "user",
    UsersOrAll: "user",
    SqExcludedUsers: "excluded_user",
    SqQueues: "sq_queue",
    SqQueuesOrAll: "sq_queue",
    SqQueuesToBind: "sq_queue",
    SqExcludedQueues: "excluded_sq_queue",
    SqSkills: "sq_skill",
    SqSkillsOrAll: "sq_skill",
}

/// The ids of the selected things. Each that the request names must be one of the application's.
pub(super) fn select<'r, T: InApplication>(
    wanted: impl Into<Selection<'r>>,
    application: u64,
    things: &Table<T>,
) -> Result<BTreeSet<u64>, ApiError> {
    let (param, found) = match wanted.into() {
        Selection::All => {
            let own = things.iter().filter(|(_, thing)| thing.application() == application);
            return Ok(own.map(|(id, _)| id).collect());
        }
        Selection::Ids(param, ids) => {
            (param, ids.iter().map(|id| with_id(*id, application, things)).collect())
        }
        Selection::Names(param, names) => {
            (param, names.iter().map(|name| with_name(name, application, things)).collect())
        }
    };
    let found: Option<BTreeSet<u64>> = found;
    found.ok_or_else(|| unknown(param))
}

/// The same for a parameter that is not required: `None` without it.
pub(super) fn select_if_given<'r, T: InApplication>(
    wanted: Option<impl Into<Selection<'r>>>,
    application: u64,
    things: &Table<T>,
) -> Result<Option<BTreeSet<u64>>, ApiError> {
    wanted.map(|wanted| select(wanted, application, things)).transpose()
}

/// The id of the queue that a request names.
pub(super) fn queue(wanted: &SqQueue, application: u64, queues: &Table<Queue>) -> Result<u64, ApiError> {
    let (found, param) = match wanted {
        SqQueue::Id(id) => (with_id(*id, application, queues), "sq_queue_id"),
        SqQueue::Name(name) => (with_name(name, application, queues), "sq_queue_name"),
    };
    found.ok_or_else(|| unknown(param))
}

/// The id of the skill that a request names.
pub(super) fn skill(wanted: &SqSkill, application: u64, skills: &Table<Skill>) -> Result<u64, ApiError> {
    let (found, param) = match wanted {
        SqSkill::Id(id) => (with_id(*id, application, skills), "sq_skill_id"),
        SqSkill::Name(name) => (with_name(name, application, skills), "sq_skill_name"),
    };
    found.ok_or_else(|| unknown(param))
}

/// The id of a skill in the JSON of `sq_skills`.
pub(super) fn skill_in_json(
    key: &SqSkillKey,
    application: u64,
    skills: &Table<Skill>,
) -> Result<u64, ApiError> {
    let found = match key {
        SqSkillKey::Id(id) => with_id(*id, application, skills),
        SqSkillKey::Name(name) => with_name(name, application, skills),
    };
    found.ok_or_else(|| unknown("sq_skills"))
}

/// Rejects a name that another thing of the application has.
pub(super) fn check_unique<T: InApplication>(
    param: &str,
    name: &str,
    own: Option<u64>,
    application: u64,
    things: &Table<T>,
) -> Result<(), ApiError> {
    match with_name(name, application, things) {
        Some(id) if own != Some(id) => Err(ApiError::not_unique(param)),
        _ => Ok(()),
    }
}

/// Whether a name has this part. Upper and lower case are the same.
pub(super) fn has_part(name: &str, part: Option<&String>) -> bool {
    part.is_none_or(|part| name.to_lowercase().contains(&part.to_lowercase()))
}

fn with_id<T: InApplication>(id: u64, application: u64, things: &Table<T>) -> Option<u64> {
    things.get(id).filter(|thing| thing.application() == application).map(|_| id)
}

fn with_name<T: InApplication>(name: &str, application: u64, things: &Table<T>) -> Option<u64> {
    let found = things.find(|thing| thing.application() == application && thing.name() == name);
    found.map(|(id, _)| id)
}
