//! Results that come page by page.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

use futures_core::Stream;

use super::{Call, Caller, Client, RawResponse};
use crate::declare::Method;
use crate::error::{Error, UnexpectedResponse};
use crate::response::Inspection;
use crate::roles::CallableBy;
use crate::with_params::WithParams;

/// A method that returns a list page by page.
///
/// The list ends where the offset reaches the total that the page itself states, or, without one, with an empty page: a server
/// may return smaller pages than requested. An empty page before the total, and a page that is the same as the one
/// before, are errors. If the API limits the offset, declare the limit as a rule (`#[param(max = 10000)]`): items beyond
/// it cannot be requested, so a longer list ends with that violation.
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
/// # /// Things.
/// # #[derive(VoxRecord)]
/// # struct Things { /// r
/// # result: Vec<u64>, /// t
/// # total_count: Option<u64> }
/// impl Paged for GetThings {
///     type Item = u64;
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
    /// The type of the items.
    type Item: Send + 'static;

    /// How many items are skipped.
    fn offset(&mut self) -> &mut Option<u64>;

    /// Completes the request before the first page: asks for the largest page, and for the total if the method returns it only
    /// then, where the request does not say otherwise. By default nothing is changed.
    ///
    /// ```
    /// # use vox_core::prelude::*;
    /// # use vox_core::Paged;
    /// # /// Gets.
    /// # #[derive(Clone, VoxMethod)]
    /// # #[vox_method(name = "GetCalls", response = Calls, kind = read)]
    /// # struct GetCalls { /// c
    /// # count: Option<u64>, /// t
    /// # with_total_count: Option<bool>, /// o
    /// # offset: Option<u64> }
    /// # /// Calls.
    /// # #[derive(VoxRecord)]
    /// # struct Calls { /// r
    /// # result: Vec<u64>, /// t
    /// # total_count: Option<u64> }
    /// # impl Paged for GetCalls {
    /// # type Item = u64;
    /// # fn offset(&mut self) -> &mut Option<u64> { &mut self.offset }
    /// # fn page(response: Calls) -> (Vec<u64>, Option<u64>) { (response.result, response.total_count) }
    /// fn complete(&mut self) {
    ///     self.count.get_or_insert(1000);
    ///     self.with_total_count.get_or_insert(true);
    /// }
    /// # }
    /// ```
    fn complete(&mut self) {}

    /// The items of a page and, if the page states it, the total number of items.
    fn page(response: Self::Response) -> (Vec<Self::Item>, Option<u64>);

    /// The pages one by one, starting at this request's offset. Nothing is sent before the first page is requested, and no
    /// page is fetched ahead.
    fn pages<C: Caller + ?Sized>(mut self, client: &C) -> C::Pages<Self>
    where
        Self: CallableBy<C::Role>,
    {
        self.complete();
        let any = client.client().without_role();
        client.list(Pages { client: any, request: self, state: State::Between, before: None })
    }

    /// The items one by one, as [`pages`](Paged::pages).
    fn items<C: Caller + ?Sized>(self, client: &C) -> C::Items<Self>
    where
        Self: CallableBy<C::Role>,
    {
        self.pages(client).into()
    }
}

/// Parameters that were added to a request are sent for each page.
impl<P: Paged> Paged for WithParams<P> {
    type Item = P::Item;

    fn offset(&mut self) -> &mut Option<u64> {
        self.request_mut().offset()
    }

    fn complete(&mut self) {
        self.request_mut().complete();
    }

    fn page(response: P::Response) -> (Vec<P::Item>, Option<u64>) {
        P::page(response)
    }
}

/// The pages of a [`Paged`] method: a `Stream`, or call [`next`](Pages::next). Ends after the first error; the
/// items before it are not lost.
#[must_use = "nothing is sent before a page is requested"]
pub struct Pages<P: Paged> {
    client: Client,
    request: P,
    state: State<P::Response>,
    /// The page before.
    before: Option<RawResponse>,
}

/// A page and its raw response.
pub(super) type Page<T> = (T, RawResponse);

enum State<T> {
    /// The next page has not been requested.
    Between,
    Waiting(Call<Page<T>>),
    Done,
}

// Nothing in it is pinned: the call boxes what is.
impl<P: Paged> Unpin for Pages<P> {}

impl<P: Paged> Pages<P> {
    /// The next page; `None` after the last, and after an error.
    pub async fn next(&mut self) -> Option<Result<Vec<P::Item>, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// All pages that are left.
    ///
    /// # Errors
    /// The first error; the pages before it are lost, so take them one by one if you need them.
    pub async fn try_collect<C: Default + Extend<Vec<P::Item>>>(mut self) -> Result<C, Error> {
        let mut all = C::default();
        while let Some(page) = self.next().await {
            all.extend([page?]);
        }
        Ok(all)
    }
}

impl<P: Paged> Pages<P> {
    /// The call for the next page, if there may be one.
    pub(super) fn call(&self) -> Option<Call<Page<P::Response>>> {
        if matches!(self.state, State::Done) {
            return None;
        }
        let prepared = self.client.prepare(&self.request, Inspection::BeforeDecoding);
        Some(Call::new(prepared, RawResponse::into_page))
    }

    /// Takes a page, or an error, and moves on.
    pub(super) fn take(
        &mut self,
        result: Result<Page<P::Response>, Error>,
    ) -> Option<Result<Vec<P::Item>, Error>> {
        match result.and_then(|page| self.check(page)) {
            Ok(items) if items.is_empty() => {
                // It says only that the page before was the last.
                self.state = State::Done;
                None
            }
            Ok(items) => Some(Ok(items)),
            Err(error) => {
                self.state = State::Done;
                Some(Err(error))
            }
        }
    }

    fn check(&mut self, (response, raw): Page<P::Response>) -> Result<Vec<P::Item>, Error> {
        let (items, total) = P::page(response);
        let offset = self.request.offset().unwrap_or_default();
        if items.is_empty() {
            return match total {
                Some(total) if offset < total => {
                    Err(raw.unexpected(UnexpectedResponse::MissingItems { offset, total }))
                }
                _ => Ok(items),
            };
        }
        if self.before.as_ref().is_some_and(|before| before.body() == raw.body()) {
            return Err(raw.unexpected(UnexpectedResponse::RepeatedPage));
        }
        let taken = u64::try_from(items.len()).unwrap_or(u64::MAX);
        let offset = offset.saturating_add(taken);
        *self.request.offset() = Some(offset);
        self.before = Some(raw);
        let is_last = total.is_some_and(|total| offset >= total);
        self.state = if is_last { State::Done } else { State::Between };
        Ok(items)
    }
}

impl<P: Paged> Stream for Pages<P> {
    type Item = Result<Vec<P::Item>, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let State::Waiting(call) = &mut this.state {
                let page = ready!(Pin::new(call).poll(context));
                return Poll::Ready(this.take(page));
            }
            match this.call() {
                Some(call) => this.state = State::Waiting(call),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<P: Paged> fmt::Debug for Pages<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("method", &P::META.name).finish_non_exhaustive()
    }
}

/// The items of a [`Paged`] method: a `Stream`, or call [`next`](Items::next). Ends after the first error; the
/// items before it are not lost.
#[must_use = "nothing is sent before an item is requested"]
pub struct Items<P: Paged> {
    pages: Pages<P>,
    page: vec::IntoIter<P::Item>,
}

impl<P: Paged> Unpin for Items<P> {}

impl<P: Paged> From<Pages<P>> for Items<P> {
    fn from(pages: Pages<P>) -> Self {
        Self { pages, page: Vec::new().into_iter() }
    }
}

impl<P: Paged> Items<P> {
    /// The next item; `None` after the last, and after an error.
    pub async fn next(&mut self) -> Option<Result<P::Item, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// All items that are left: `let all: Vec<_> = request.items(&client).try_collect().await?;`
    ///
    /// # Errors
    /// The first error; the items before it are lost, so take them one by one if you need them.
    pub async fn try_collect<C: Default + Extend<P::Item>>(mut self) -> Result<C, Error> {
        let mut all = C::default();
        while let Some(item) = self.next().await {
            all.extend([item?]);
        }
        Ok(all)
    }
}

impl<P: Paged> Stream for Items<P> {
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

impl<P: Paged> fmt::Debug for Items<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("method", &P::META.name).finish_non_exhaustive()
    }
}
