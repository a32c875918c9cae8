//! Many calls at a time, and calls that are given up.

use std::collections::BTreeSet;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::sleep;
use vox_accounts::prelude::*;
use vox_accounts::vox_core::{self, CallOptions, ClientBuilder, RawResponse, Retry};
use vox_sandbox::Sandbox;
use vox_tests::faulty_server::{FaultyServer, Seen, Step, Then};

/// A limit that no run reaches, so a call that hangs is told from a slow one.
const LONG: Duration = Duration::from_secs(120);

/// A client with a service account, whose token is made once.
async fn client(server: &FaultyServer) -> ClientBuilder {
    let sandbox = Sandbox::start().await.unwrap();
    let account = ServiceAccount::from_json(&sandbox.credentials_json()).unwrap();
    Client::builder()
        .credentials(account)
        .base_url(server.url())
        .timeout(LONG)
        .read_timeout(LONG)
        .retry(Retry::default().base(Duration::from_millis(3)))
}

/// A call whose answer is its own: `total_count` is the number.
async fn numbered(client: &Client, number: u64) -> Result<(), Error> {
    let request = GetChildrenAccounts { offset: Some(number), ..Default::default() };
    let answer = request.send(client).await?;
    assert_eq!(answer.total_count, Some(number), "the answer to another call");
    Ok(())
}

/// The numbers of the requests in the order of their arrival.
fn numbers(seen: &Seen) -> Vec<u64> {
    let number = |body: &str| body.strip_prefix("offset=").unwrap().parse().unwrap();
    seen.requests.iter().map(|(request, _)| number(&request.body)).collect()
}

/// All requests carried one token, so none was lost or made twice.
fn one_token(seen: &Seen) {
    let tokens: BTreeSet<_> =
        seen.requests.iter().map(|(request, _)| request.header("authorization")).collect();
    assert_eq!(tokens.len(), 1, "{tokens:?}");
}

/// As many calls as may be in flight really are, at a time: no turn was lost.
async fn all_turns_are_there(client: &Client, turns: usize) {
    let server = FaultyServer::start([Step::good().together(turns)]).await.unwrap();
    let client = client.with(CallOptions::new().base_url(&server.url()).unwrap());
    let mut calls = JoinSet::new();
    for _ in 0..turns {
        let client = client.clone();
        calls.spawn(async move { GetAccountInfo::default().send(&client).await });
    }
    while let Some(answer) = calls.join_next().await {
        answer.unwrap().unwrap();
    }
    assert_eq!(server.seen().peak, turns);
}

/// Polls so many times; the output, where the future ends before.
async fn polled<F: Future>(future: F, times: usize) -> Option<F::Output> {
    let mut future = pin!(future);
    let mut polls = 0;
    poll_fn(|context| {
        polls += 1;
        match future.as_mut().poll(context) {
            Poll::Ready(output) => Poll::Ready(Some(output)),
            Poll::Pending if polls >= times => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

#[tokio::test]
async fn a_call_can_be_dropped_wherever_it_waits() {
    let busy = || Step::answer("429 Too Many Requests", "", "").untouched();
    let slow = || Step::echo("offset").dripping(Duration::ZERO);
    let server = FaultyServer::start([slow()]).await.unwrap();
    let client = client(&server).await.max_in_flight(1).build().unwrap();
    let mut finished = 0;
    // The last runs end by themselves: there are as many awaits as the runs before.
    for times in 1.. {
        server.follow([busy(), slow()]);
        if polled(numbered(&client, times), usize::try_from(times).unwrap())
            .await
            .transpose()
            .unwrap()
            .is_some()
        {
            finished += 1;
        }
        // The next call has the only turn, and its own answer.
        server.follow([Step::echo("offset")]);
        numbered(&client, 1_000_000 + times).await.unwrap();
        if finished == 3 {
            assert!(times > 10, "{times}");
            println!("{times}");
            break;
        }
    }
    one_token(&server.seen());
    all_turns_are_there(&client, 1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn calls_can_be_dropped_at_any_moment() {
    const TURNS: usize = 4;
    let server = FaultyServer::start([Step::echo("offset").after(Duration::from_millis(2))]).await.unwrap();
    let client = client(&server).await.max_in_flight(TURNS).build().unwrap();
    let mut tasks = JoinSet::new();
    for task in 0..8_u64 {
        let client = client.clone();
        tasks.spawn(async move {
            for call in 0..60 {
                let moment = Duration::from_micros(fastrand::u64(0..20_000));
                tokio::select! {
                    answer = numbered(&client, task * 1000 + call) => answer.unwrap(),
                    () = sleep(moment) => {}
                }
            }
        });
    }
    while let Some(task) = tasks.join_next().await {
        task.unwrap();
    }
    one_token(&server.seen());
    all_turns_are_there(&client, TURNS).await;
    numbered(&client, 7).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_thousand_calls_share_connections() {
    const CALLS: u64 = 1000;
    const TURNS: usize = 50;
    let server = FaultyServer::start([Step::echo("offset").after(Duration::from_millis(2))]).await.unwrap();
    let client = client(&server).await.max_in_flight(TURNS).build().unwrap();
    let mut calls = JoinSet::new();
    for number in 0..CALLS {
        let client = client.clone();
        calls.spawn(async move { numbered(&client, number).await });
    }
    while let Some(answer) = calls.join_next().await {
        answer.unwrap().unwrap();
    }
    let seen = server.seen();
    let mut numbers = numbers(&seen);
    numbers.sort_unstable();
    assert!(numbers.into_iter().eq(0..CALLS), "each request arrives once");
    assert!(seen.peak <= TURNS, "{} requests at a time", seen.peak);
    // A connection that is not yet back in the pool may be met by a call that makes another, so a few more than turns.
    assert!(seen.connections <= 2 * TURNS, "{} connections", seen.connections);
    one_token(&seen);
    all_turns_are_there(&client, TURNS).await;
}

/// Threads with a runtime each, as in a program that has several.
#[tokio::test(flavor = "multi_thread")]
async fn clones_work_in_other_threads_and_runtimes() {
    let server = FaultyServer::start([Step::echo("offset")]).await.unwrap();
    let client = client(&server).await.max_in_flight(2).build().unwrap();
    let threads: Vec<_> = (0..4_u64)
        .map(|thread| {
            let client = client.clone();
            std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                runtime.block_on(async {
                    for call in 0..20 {
                        // Not over connections of another thread: its runtime may be gone.
                        match numbered(&client, thread * 100 + call).await {
                            Ok(()) => {}
                            Err(error) => panic!("{error}"),
                        }
                    }
                });
            })
        })
        .collect();
    tokio::task::spawn_blocking(|| threads.into_iter().for_each(|thread| thread.join().unwrap()))
        .await
        .unwrap();
    all_turns_are_there(&client, 2).await;
}

/// Polls all of them in order, until all have ended.
async fn all<T>(mut calls: Vec<Pin<Box<dyn Future<Output = T> + Send + '_>>>) {
    poll_fn(|context| {
        calls.retain_mut(|call| call.as_mut().poll(context).is_pending());
        if calls.is_empty() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

#[tokio::test]
async fn whoever_waits_longest_is_next() {
    let server = FaultyServer::start([Step::echo("offset")]).await.unwrap();
    let client = client(&server).await.max_in_flight(1).build().unwrap();
    let call = |number| {
        let client = &client;
        Box::pin(async move { numbered(client, number).await.unwrap() })
            as Pin<Box<dyn Future<Output = ()> + Send + '_>>
    };
    all((0..50).map(call).collect()).await;
    assert!(numbers(&server.seen()).into_iter().eq(0..50));
}

#[tokio::test]
async fn a_call_that_waits_and_is_dropped_gives_its_turn_on() {
    let slow = Step::echo("offset").after(Duration::from_millis(50));
    let server = FaultyServer::start([slow]).await.unwrap();
    let client = client(&server).await.max_in_flight(1).build().unwrap();
    let mut first = pin!(numbered(&client, 1));
    assert!(polled(first.as_mut(), 1).await.is_none());
    assert!(polled(numbered(&client, 2), 1).await.is_none());
    let (first, third) = tokio::join!(first, numbered(&client, 3));
    first.and(third).unwrap();
    assert_eq!(numbers(&server.seen()), [1, 3]);
}

#[tokio::test]
async fn a_pause_before_another_attempt_is_no_ones_turn() {
    let busy = Step::answer("429 Too Many Requests", "retry-after: 1\r\n", "").untouched();
    let server = FaultyServer::start([busy, Step::echo("offset")]).await.unwrap();
    let client = client(&server).await.max_in_flight(1).build().unwrap();
    let (first, second) = tokio::join!(numbered(&client, 1), numbered(&client, 2));
    first.and(second).unwrap();
    assert_eq!(numbers(&server.seen()), [1, 2, 1]);
}

#[tokio::test]
async fn a_call_whose_turn_does_not_come_was_not_sent() {
    let server = FaultyServer::start([Step::raw("").then(Then::Hang)]).await.unwrap();
    let client = client(&server).await.max_in_flight(1).build().unwrap();
    let mut first = pin!(numbered(&client, 1));
    let hasty = client.with(CallOptions::new().timeout(Duration::from_millis(100)));
    let error = tokio::select! {
        _ = &mut first => panic!("an answer"),
        // The first one has the turn: `select!` would poll them in any order.
        error = async { sleep(Duration::from_millis(20)).await; numbered(&hasty, 2).await } => error.unwrap_err(),
    };
    assert!(
        matches!(error.kind(), ErrorKind::Transport(error) if error.is_not_sent()) && error.is_retryable(),
        "{error}"
    );
    assert!(error.to_string().contains("turn"), "{error}");
    assert!(!numbers(&server.seen()).contains(&2));
}

/// What can be spawned.
fn spawnable<F: Future + Send + 'static>(future: F) {
    drop(future);
}

#[tokio::test]
async fn all_that_is_public_can_be_sent_to_other_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Client>();
    shared::<Client<roles::Payer>>();
    shared::<ClientBuilder>();
    shared::<CallOptions>();
    shared::<RawResponse>();
    shared::<Error>();
    shared::<Credentials>();
    shared::<Auth>();
    shared::<vox_core::Attempt<'static>>();
    let client = Client::builder().credentials(Credentials::None).build().unwrap();
    spawnable(GetAccountInfo::default().send(&client));
    spawnable(GetAccountInfo::default().send_raw(&client));
    spawnable(client.call("GetUsers", [("count", "1")]));
    let mut pages = GetChildrenAccounts::default().pages(&client);
    spawnable(async move { pages.next().await });
    let mut items = GetChildrenAccounts::default().items(&client);
    spawnable(async move { items.next().await });
    spawnable(async move {
        let client = client.with(CallOptions::new().retry(Retry::never()));
        ChargeAccount { phone: Phones::Number("79993330011".into()) }.send(&client).await
    });
}
