//! Results that come page by page.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

use futures_core::Stream;

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
    fn pages<R>(self, client: &Client<R>) -> Pages<Self>
    where
        Self: CallableBy<R> + CallableBy<AnyRole>,
    {
        Pages { client: client.retyped(), request: self, state: State::Between }
    }

    /// The items one by one, as [`pages`](Paged::pages).
    fn items<R>(self, client: &Client<R>) -> Items<Self>
    where
        Self: CallableBy<R> + CallableBy<AnyRole>,
    {
        Items { pages: self.pages(client), page: Vec::new().into_iter() }
    }
}

/// The pages of a [`Paged`] method: a `Stream`, or [`next`](Pages::next) by hand. Ends after the first error.
#[must_use = "nothing is sent before a page is asked for"]
pub struct Pages<M: Paged> {
    client: Client,
    request: M,
    state: State<M::Response>,
}

enum State<T> {
    /// The next page has not been asked for.
    Between,
    Waiting(Call<T>),
    Done,
}

// Nothing in it is pinned: the call boxes what is.
impl<M: Paged> Unpin for Pages<M> {}

impl<M: Paged + CallableBy<AnyRole>> Pages<M> {
    /// The next page; `None` after the last, and after an error.
    pub async fn next(&mut self) -> Option<Result<Vec<M::Item>, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Takes a page, and moves on.
    fn take(&mut self, response: M::Response) -> Option<Vec<M::Item>> {
        let (items, total) = M::page(response);
        let taken = u64::try_from(items.len()).unwrap_or(u64::MAX);
        let offset = self.request.offset().unwrap_or_default().saturating_add(taken);
        *self.request.offset() = Some(offset);
        // A server may give smaller pages than asked for, so a known total decides before the page's size does.
        let is_short = self.request.count().is_some_and(|count| taken < count);
        let is_last = taken == 0 || total.map_or(is_short, |total| offset >= total);
        self.state = if is_last { State::Done } else { State::Between };
        // An empty page says only that the one before was the last.
        (taken > 0).then_some(items)
    }
}

impl<M: Paged + CallableBy<AnyRole>> Stream for Pages<M> {
    type Item = Result<Vec<M::Item>, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            match &mut this.state {
                State::Done => return Poll::Ready(None),
                State::Between => this.state = State::Waiting(this.client.call_method(&this.request)),
                State::Waiting(call) => {
                    return Poll::Ready(match ready!(Pin::new(call).poll(context)) {
                        Ok(response) => this.take(response).map(Ok),
                        Err(error) => {
                            this.state = State::Done;
                            Some(Err(error))
                        }
                    });
                }
            }
        }
    }
}

impl<M: Paged> fmt::Debug for Pages<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("method", &M::META.name).finish_non_exhaustive()
    }
}

/// The items of a [`Paged`] method: a `Stream`, or [`next`](Items::next) by hand. Ends after the first error.
#[must_use = "nothing is sent before an item is asked for"]
pub struct Items<M: Paged> {
    pages: Pages<M>,
    page: vec::IntoIter<M::Item>,
}

impl<M: Paged> Unpin for Items<M> {}

impl<M: Paged + CallableBy<AnyRole>> Items<M> {
    /// The next item; `None` after the last, and after an error.
    pub async fn next(&mut self) -> Option<Result<M::Item, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<M: Paged + CallableBy<AnyRole>> Stream for Items<M> {
    type Item = Result<M::Item, Error>;

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

impl<M: Paged> fmt::Debug for Items<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("method", &M::META.name).finish_non_exhaustive()
    }
}
