//! Samples of methods with fields of every kind.

use std::collections::BTreeMap;

use serde_json::Value;
use vox_core::methods::DeclaredMethod;
use vox_core::prelude::*;
use vox_sandbox::Sandbox;

/// Lists lines.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetLines", response = GetLinesResponse, kind = read)]
struct GetLines {
    /// The lines.
    line_id: Option<IdList>,
}

/// Lines.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct GetLinesResponse {
    /// The lines.
    result: Vec<Line>,
}

/// A line, with integers of every size.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[expect(clippy::struct_field_names, reason = "the API names it so")]
struct Line {
    /// The id.
    line_id: u32,
    /// The id of the phone.
    phone_id: Option<u16>,
    /// The number of calls.
    number_of_calls: Option<u8>,
    /// Durations of calls.
    durations: Vec<i16>,
}

/// Lists nodes.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetNodes", response = GetNodesResponse, kind = read)]
struct GetNodes {
    /// The nodes.
    node_id: Option<IdList>,
}

/// Nodes.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct GetNodesResponse {
    /// The nodes.
    result: Vec<Node>,
}

/// A node, which contains itself in every way.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[expect(clippy::struct_field_names, reason = "the API names it so")]
struct Node {
    /// The id.
    node_id: u64,
    /// The next node.
    next: Option<Box<Node>>,
    /// The nodes below.
    children: Vec<Node>,
    /// The nodes by name.
    named: BTreeMap<String, Node>,
    /// Durations by name.
    durations: BTreeMap<String, u64>,
    /// When it ends.
    expires: Option<UnixTime>,
}

async fn sandbox() -> Sandbox {
    const METHODS: &[DeclaredMethod] = &[DeclaredMethod::of::<GetLines>(), DeclaredMethod::of::<GetNodes>()];
    let clock = "2026-01-31T12:00:00Z".parse().unwrap();
    Sandbox::builder().seed(7).clock(clock).methods(METHODS).start().await.unwrap()
}

#[tokio::test]
async fn numbers_fit_the_integers_of_the_declaration() {
    let client = sandbox().await;
    let client = client.client().unwrap();
    let lines = GetLines::default().send(&client).await.unwrap().result;
    let ids: Vec<_> = lines.iter().map(|line| line.line_id).collect();
    assert_eq!(ids, [ids[0], ids[0] + 1, ids[0] + 2]);
    for line in lines {
        assert!(line.phone_id.is_some() && line.number_of_calls.is_some(), "{line:?}");
        assert_eq!(line.durations.len(), 2, "{line:?}");
    }
}

#[tokio::test]
async fn records_contain_themselves_once() {
    let sandbox = sandbox().await;
    let client = sandbox.client().unwrap();
    for node in GetNodes::default().send(&client).await.unwrap().result {
        let named: Vec<_> = node.named.values().collect();
        let (next, children) = (node.next.as_ref().unwrap(), &node.children);
        assert_eq!((named.len(), children.len()), (2, 2));
        assert_ne!(named[0].node_id, named[1].node_id);
        for inner in named.into_iter().chain(children).chain([&**next]) {
            assert!(inner.next.is_none() && inner.children.is_empty() && inner.named.is_empty(), "{inner:?}");
        }
        let durations: Vec<_> = node.durations.values().collect();
        assert_eq!(durations.len(), 2);
    }
}

#[tokio::test]
async fn the_members_of_a_map_differ() {
    let sandbox = sandbox().await;
    let nodes = GetNodes::default().send(&sandbox.client().unwrap()).await.unwrap().result;
    assert!(nodes.iter().any(|node| node.durations["first"] != node.durations["second"]), "{nodes:?}");
}

#[tokio::test]
async fn at_the_last_moment_of_the_clock_times_do_not_overflow() {
    let sandbox = sandbox().await;
    for (now, least) in [("9999-12-30T20:00:00Z", 253_402_207_200), ("0001-01-01T00:00:00Z", -62_135_596_800)]
    {
        sandbox.clock().set(now.parse().unwrap());
        let nodes = GetNodes::default().send(&sandbox.client().unwrap()).await.unwrap().result;
        for node in nodes {
            assert!(node.expires.unwrap().seconds() >= least, "{node:?}");
        }
    }
}

/// The time for a list is proportional to its length.
#[tokio::test]
async fn many_ids_are_many_items() {
    let sandbox = sandbox().await;
    let ids: Vec<u64> = (1..=1_000).rev().collect();
    let request = GetLines { line_id: Some(ids.clone().into()) };
    let lines: Value = request.send_raw(&sandbox.client().unwrap()).await.unwrap().decode().unwrap();
    let found: Vec<_> =
        lines["result"].as_array().unwrap().iter().map(|line| line["line_id"].as_u64()).collect();
    assert_eq!(found, ids.into_iter().map(Some).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_page_is_never_too_long() {
    let sandbox = Sandbox::builder().methods(&[DeclaredMethod::of::<GetLines>()]).start().await.unwrap();
    let ids: Vec<u64> = (1..=1500).collect();
    let lines = GetLines { line_id: Some(ids.into()) }.send(&sandbox.client().unwrap()).await.unwrap();
    assert_eq!((lines.result.len(), lines.result[999].line_id), (1000, 1000));
}
