//! Settings that a request may change.

/// Changes a setting, if a value is given.
pub(super) fn set<T>(setting: &mut T, given: Option<T>) {
    if let Some(given) = given {
        *setting = given;
    }
}

/// Changes a setting that may be unset, if a value is given.
pub(super) fn set_some<T>(setting: &mut Option<T>, given: Option<T>) {
    if given.is_some() {
        *setting = given;
    }
}
