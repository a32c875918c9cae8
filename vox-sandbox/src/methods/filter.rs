//! Selection and paging that several methods share.

use vox_core::{List, TextEnum};

use crate::errors::ApiError;

/// Whether an item is selected. Without a selection every item is.
pub(super) fn is_selected<T: PartialEq>(selection: Option<&List<T>>, item: &T) -> bool {
    match selection {
        None | Some(List::All) => true,
        Some(List::Of(items)) => items.contains(item),
    }
}

/// Like [`is_selected`], for lists without `all`.
pub(super) fn is_listed<T: PartialEq>(selection: Option<&[T]>, item: &T) -> bool {
    selection.is_none_or(|items| items.contains(item))
}

/// Like [`is_listed`], for a value that may be missing.
#[cfg(any(feature = "history", feature = "phone_numbers"))]
pub(super) fn is_in<T: PartialEq>(wanted: Option<&[T]>, value: Option<&T>) -> bool {
    wanted.is_none_or(|wanted| value.is_some_and(|value| wanted.contains(value)))
}

/// Rejects unknown values: the server's lists are closed, the declaration's are open.
pub(super) fn check_known<'v, T: TextEnum>(
    values: impl IntoIterator<Item = &'v T>,
    otherwise: ApiError,
) -> Result<(), ApiError> {
    let unknown = values.into_iter().any(|value| value.as_other().is_some());
    if unknown { Err(otherwise) } else { Ok(()) }
}

pub(super) fn page<T>(items: &[T], offset: u64, count: u64) -> impl Iterator<Item = &T> {
    let size = |number| usize::try_from(number).unwrap_or(usize::MAX);
    items.iter().skip(size(offset)).take(size(count))
}
