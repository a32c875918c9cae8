//! Concurrent calls, and calls that are dropped.

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
use vox_tests::faulty_server::{Ending, FaultyServer, Step, Traffic};

/// A timeout that passes only if a call hangs.
const LONG: Duration = Duration::from_secs(120);

/// A client with a service account, whose token is signed once.
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

/// A call whose response is unique: its `total_count` is the number.
async fn numbered(client: &Client, number: u64) -> Result<(), Error> {
    let request = GetChildrenAccounts { offset: Some(number), ..Default::default() };
    let response = request.send(client).await?;
    assert_eq!(response.total_count, Some(number), "the response of another call");
    Ok(())
}

/// The numbers of the requests in the order of their arrival.
fn numbers(traffic: &Traffic) -> Vec<u64> {
    let number = |body: &str| body.strip_prefix("offset=").unwrap().parse().unwrap();
    traffic.requests.iter().map(|(request, _)| number(&request.body)).collect()
}

/// Checks that all requests carried the same token.
fn assert_one_token(traffic: &Traffic) {
    let tokens: BTreeSet<_> =
        traffic.requests.iter().map(|(request, _)| request.header("authorization")).collect();
    assert_eq!(tokens.len(), 1, "{tokens:?}");
}

/// Checks that no turn was lost: as many calls as allowed can be in flight at a time.
async fn assert_all_turns_are_free(client: &Client, turns: usize) {
    let server = FaultyServer::start([Step::good().min_in_flight(turns)]).await.unwrap();
    let client = client.with(CallOptions::new().base_url(&server.url()).unwrap());
    let mut calls = JoinSet::new();
    for _ in 0..turns {
        let client = client.clone();
        calls.spawn(async move { GetAccountInfo::default().send(&client).await });
    }
    while let Some(result) = calls.join_next().await {
        result.unwrap().unwrap();
    }
    assert_eq!(server.traffic().peak, turns);
}

/// Polls this many times; returns the output if the future ends before.
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
async fn a_call_can_be_dropped_at_every_await() {
    let busy = || Step::response("429 Too Many Requests", "", "").unprocessed();
    let slow = || Step::echo("offset").dripping(Duration::ZERO);
    let server = FaultyServer::start([slow()]).await.unwrap();
    let client = client(&server).await.max_in_flight(1).build().unwrap();
    let mut finished = 0;
    // Drops the call one await later in each round, until it is not dropped any more.
    for times in 1.. {
        server.set_steps([busy(), slow()]);
        if polled(numbered(&client, times), usize::try_from(times).unwrap())
            .await
            .transpose()
            .unwrap()
            .is_some()
        {
            finished += 1;
        }
        // The next call gets the only turn, and its own response.
        server.set_steps([Step::echo("offset")]);
        numbered(&client, 1_000_000 + times).await.unwrap();
        if finished == 3 {
            assert!(times > 10, "{times}");
            println!("{times}");
            break;
        }
    }
    assert_one_token(&server.traffic());
    assert_all_turns_are_free(&client, 1).await;
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
                    result = numbered(&client, task * 1000 + call) => result.unwrap(),
                    () = sleep(moment) => {}
                }
            }
        });
    }
    while let Some(task) = tasks.join_next().await {
        task.unwrap();
    }
    assert_one_token(&server.traffic());
    assert_all_turns_are_free(&client, TURNS).await;
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
    while let Some(result) = calls.join_next().await {
        result.unwrap().unwrap();
    }
    let traffic = server.traffic();
    let mut numbers = numbers(&traffic);
    numbers.sort_unstable();
    assert!(numbers.into_iter().eq(0..CALLS), "each request arrives once");
    assert!(traffic.peak <= TURNS, "{} requests at a time", traffic.peak);
    // A call that starts before a connection is back in the pool opens another, so there may be more than turns.
    assert!(traffic.connections <= 2 * TURNS, "{} connections", traffic.connections);
    assert_one_token(&traffic);
    assert_all_turns_are_free(&client, TURNS).await;
}

/// Each thread has its own runtime.
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
                        // Must not use connections of another thread, whose runtime may be gone.
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
    assert_all_turns_are_free(&client, 2).await;
}

/// Polls all futures in order until all have ended.
async fn all<T>(mut calls: Vec<Pin<Box<dyn Future<Output = T> + Send + '_>>>) {
    poll_fn(|context| {
        calls.retain_mut(|call| call.as_mut().poll(context).is_pending());
        if calls.is_empty() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

#[tokio::test]
async fn calls_get_their_turn_in_the_order_of_waiting() {
    let server = FaultyServer::start([Step::echo("offset")]).await.unwrap();
    let client = client(&server).await.max_in_flight(1).build().unwrap();
    let call = |number| {
        let client = &client;
        Box::pin(async move { numbered(client, number).await.unwrap() })
            as Pin<Box<dyn Future<Output = ()> + Send + '_>>
    };
    all((0..50).map(call).collect()).await;
    assert!(numbers(&server.traffic()).into_iter().eq(0..50));
}

#[tokio::test]
async fn dropping_a_waiting_call_passes_its_turn_on() {
    let slow = Step::echo("offset").after(Duration::from_millis(50));
    let server = FaultyServer::start([slow]).await.unwrap();
    let client = client(&server).await.max_in_flight(1).build().unwrap();
    let mut first = pin!(numbered(&client, 1));
    assert!(polled(first.as_mut(), 1).await.is_none());
    assert!(polled(numbered(&client, 2), 1).await.is_none());
    let (first, third) = tokio::join!(first, numbered(&client, 3));
    first.and(third).unwrap();
    assert_eq!(numbers(&server.traffic()), [1, 3]);
}

#[tokio::test]
async fn a_pause_between_attempts_does_not_keep_the_turn() {
    let busy = Step::response("429 Too Many Requests", "retry-after: 1\r\n", "").unprocessed();
    let server = FaultyServer::start([busy, Step::echo("offset")]).await.unwrap();
    let client = client(&server).await.max_in_flight(1).build().unwrap();
    let (first, second) = tokio::join!(numbered(&client, 1), numbered(&client, 2));
    first.and(second).unwrap();
    assert_eq!(numbers(&server.traffic()), [1, 2, 1]);
}

#[tokio::test]
async fn a_call_that_times_out_waiting_for_its_turn_was_not_sent() {
    let server = FaultyServer::start([Step::raw("").ending(Ending::Hang)]).await.unwrap();
    let client = client(&server).await.max_in_flight(1).build().unwrap();
    let mut first = pin!(numbered(&client, 1));
    let impatient = client.with(CallOptions::new().timeout(Duration::from_millis(100)));
    let error = tokio::select! {
        _ = &mut first => panic!("a response"),
        // Sleeps so that the first call gets the turn, as `select!` polls in random order.
        error = async { sleep(Duration::from_millis(20)).await; numbered(&impatient, 2).await } => error.unwrap_err(),
    };
    assert!(
        matches!(error.kind(), ErrorKind::Transport(error) if error.is_not_sent()) && error.is_retryable(),
        "{error}"
    );
    assert!(error.to_string().contains("turn"), "{error}");
    assert!(!numbers(&server.traffic()).contains(&2));
}

/// Accepts any future that can be spawned.
fn assert_spawnable<F: Future + Send + 'static>(future: F) {
    drop(future);
}

#[tokio::test]
async fn public_types_and_futures_can_be_sent_to_other_threads() {
    fn assert_shared<T: Send + Sync + 'static>() {}
    assert_shared::<Client>();
    assert_shared::<Client<roles::Payer>>();
    assert_shared::<ClientBuilder>();
    assert_shared::<CallOptions>();
    assert_shared::<RawResponse>();
    assert_shared::<Download>();
    assert_shared::<Error>();
    assert_shared::<Credentials>();
    assert_shared::<Auth>();
    assert_shared::<vox_core::client::Attempt<'static>>();
    let client = Client::builder().credentials(Credentials::None).build().unwrap();
    assert_spawnable(GetAccountInfo::default().send(&client));
    assert_spawnable(GetAccountInfo::default().send_raw(&client));
    assert_spawnable(client.call("GetUsers", [("count", "1")]));
    let mut pages = GetChildrenAccounts::default().pages(&client);
    assert_spawnable(async move { pages.next().await });
    let mut items = GetChildrenAccounts::default().items(&client);
    assert_spawnable(async move { items.next().await });
    assert_spawnable(async move {
        let client = client.with(CallOptions::new().retry(Retry::never()));
        ChargeAccount { phone: Phones::Number("79993330011".into()) }.send(&client).await
    });
}
