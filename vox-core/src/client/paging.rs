//! Results that come page by page.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

use futures_core::Stream;

#[cfg(feature = "blocking")]
use super::blocking::Blocking;
use super::mode::{Async, Mode};
use super::{Call, Client};
use crate::roles::AnyRole;
use crate::{CallableBy, Error, Method};

/// A method that returns a list page by page.
///
/// The list ends with its total, where answers have one, else with a page that is shorter than asked for or empty.
///
/// ```no_run
/// # use vox_core::prelude::*;
/// # use vox_core::Paged;
/// # /// Gets.
/// # #[derive(Clone, VoxMethod)]
/// # #[vox_method(name = "GetThings", response = Things, kind = read)]
/// # struct GetThings { /// c
/// # count: Option<u64>, /// o
/// # offset: Option<u64> }
/// # /// An answer.
/// # #[derive(VoxRecord)]
/// # struct Things { /// r
/// # result: Vec<u64>, /// t
/// # total_count: Option<u64> }
/// impl Paged for GetThings {
///     type Item = u64;
///
///     fn count(&self) -> Option<u64> {
///         self.count
///     }
///
///     fn offset(&mut self) -> &mut Option<u64> {
///         &mut self.offset
///     }
///
///     fn page(response: Things) -> (Vec<u64>, Option<u64>) {
///         (response.result, response.total_count)
///     }
/// }
///
/// # async fn example(client: &Client) -> Result<(), Error> {
/// let mut things = GetThings { count: Some(100), offset: None }.items(client);
/// while let Some(thing) = things.next().await {
///     println!("{}", thing?);
/// }
/// # Ok(()) }
/// ```
pub trait Paged: Method + Clone {
    /// What the list is of.
    type Item: Send + 'static;

    /// How many items a page may hold, where the request says so.
    fn count(&self) -> Option<u64>;

    /// How many items are skipped.
    fn offset(&mut self) -> &mut Option<u64>;

    /// The items of a page, and how many there are in all, where the answer says so.
    fn page(response: Self::Response) -> (Vec<Self::Item>, Option<u64>);

    /// The pages one by one, from this request's offset on. Nothing is sent before the first is asked for, and no
    /// page is fetched ahead.
    fn pages<R, M: Mode>(self, client: &Client<R, M>) -> Pages<Self, M>
    where
        Self: CallableBy<R> + CallableBy<AnyRole>,
    {
        Pages { client: client.retyped(), request: self, state: State::Between }
    }

    /// The items one by one, as [`pages`](Paged::pages).
    fn items<R, M: Mode>(self, client: &Client<R, M>) -> Items<Self, M>
    where
        Self: CallableBy<R> + CallableBy<AnyRole>,
    {
        Items { pages: self.pages(client), page: Vec::new().into_iter() }
    }
}

/// The pages of a [`Paged`] method: a `Stream`, or [`next`](Pages::next) by hand. Ends after the first error.
///
/// With a blocking client it is an `Iterator`.
#[must_use = "nothing is sent before a page is asked for"]
pub struct Pages<P: Paged, M: Mode = Async> {
    client: Client<AnyRole, M>,
    request: P,
    state: State<P::Response>,
}

enum State<T> {
    /// The next page has not been asked for.
    Between,
    Waiting(Call<T>),
    Done,
}

// Nothing in it is pinned: the call boxes what is.
impl<P: Paged, M: Mode> Unpin for Pages<P, M> {}

impl<P: Paged + CallableBy<AnyRole>> Pages<P> {
    /// The next page; `None` after the last, and after an error.
    pub async fn next(&mut self) -> Option<Result<Vec<P::Item>, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<P: Paged, M: Mode> Pages<P, M> {
    /// Takes a page, or an error, and moves on.
    fn take(&mut self, response: Result<P::Response, Error>) -> Option<Result<Vec<P::Item>, Error>> {
        let (items, total) = match response {
            Ok(response) => P::page(response),
            Err(error) => {
                self.state = State::Done;
                return Some(Err(error));
            }
        };
        let taken = u64::try_from(items.len()).unwrap_or(u64::MAX);
        let offset = self.request.offset().unwrap_or_default().saturating_add(taken);
        *self.request.offset() = Some(offset);
        // A server may give smaller pages than asked for, so a known total decides before the page's size does.
        let is_short = self.request.count().is_some_and(|count| taken < count);
        let is_last = taken == 0 || total.map_or(is_short, |total| offset >= total);
        self.state = if is_last { State::Done } else { State::Between };
        // An empty page says only that the one before was the last.
        (taken > 0).then_some(Ok(items))
    }
}

impl<P: Paged + CallableBy<AnyRole>> Stream for Pages<P> {
    type Item = Result<Vec<P::Item>, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            match &mut this.state {
                State::Done => return Poll::Ready(None),
                State::Between => this.state = State::Waiting(this.client.call_method(&this.request)),
                State::Waiting(call) => {
                    let response = ready!(Pin::new(call).poll(context));
                    return Poll::Ready(this.take(response));
                }
            }
        }
    }
}

#[cfg(feature = "blocking")]
impl<P: Paged + CallableBy<AnyRole>> Iterator for Pages<P, Blocking> {
    type Item = Result<Vec<P::Item>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if matches!(self.state, State::Done) {
            return None;
        }
        let response = self.client.call_method(&self.request);
        self.take(response)
    }
}

impl<P: Paged, M: Mode> fmt::Debug for Pages<P, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("method", &P::META.name).finish_non_exhaustive()
    }
}

/// The items of a [`Paged`] method: a `Stream`, or [`next`](Items::next) by hand. Ends after the first error.
///
/// With a blocking client it is an `Iterator`.
#[must_use = "nothing is sent before an item is asked for"]
pub struct Items<P: Paged, M: Mode = Async> {
    pages: Pages<P, M>,
    page: vec::IntoIter<P::Item>,
}

impl<P: Paged, M: Mode> Unpin for Items<P, M> {}

impl<P: Paged + CallableBy<AnyRole>> Items<P> {
    /// The next item; `None` after the last, and after an error.
    pub async fn next(&mut self) -> Option<Result<P::Item, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<P: Paged + CallableBy<AnyRole>> Stream for Items<P> {
    type Item = Result<P::Item, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some(item) = this.page.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut this.pages).poll_next(context)) {
                Some(Ok(items)) => this.page = items.into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

#[cfg(feature = "blocking")]
impl<P: Paged + CallableBy<AnyRole>> Iterator for Items<P, Blocking> {
    type Item = Result<P::Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.page.next() {
                return Some(Ok(item));
            }
            match self.pages.next()? {
                Ok(items) => self.page = items.into_iter(),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl<P: Paged, M: Mode> fmt::Debug for Items<P, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("method", &P::META.name).finish_non_exhaustive()
    }
}
