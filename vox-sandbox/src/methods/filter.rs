//! What several methods select by.

use vox_core::{List, TextEnum};

use crate::errors::Failure;

/// Whether an item is selected: by its name, by `all`, or as nothing was asked for.
pub(super) fn selects<T: PartialEq>(wanted: Option<&List<T>>, item: &T) -> bool {
    match wanted {
        None | Some(List::All) => true,
        Some(List::Of(items)) => items.contains(item),
    }
}

/// Whether an item is among those listed, or nothing was asked for.
pub(super) fn lists<T: PartialEq>(wanted: Option<&[T]>, item: &T) -> bool {
    wanted.is_none_or(|items| items.contains(item))
}

/// Refuses texts that are not in their list: on the server it is closed, in the declaration open.
pub(super) fn known<'v, T: TextEnum>(
    values: impl IntoIterator<Item = &'v T>,
    otherwise: Failure,
) -> Result<(), Failure> {
    let unknown = values.into_iter().any(|value| value.as_other().is_some());
    if unknown { Err(otherwise) } else { Ok(()) }
}

/// One page of a list.
pub(super) fn page<T>(items: &[T], offset: u64, count: u64) -> impl Iterator<Item = &T> {
    let size = |number| usize::try_from(number).unwrap_or(usize::MAX);
    items.iter().skip(size(offset)).take(size(count))
}
