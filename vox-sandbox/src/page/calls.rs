//! The last calls, the newest first.

use serde_json::Value;

use super::html::Html;
use crate::calls::ReceivedCall;
use crate::clock::api_time;
use crate::shared::Shared;

/// How many calls are shown.
const SHOWN: usize = 50;
/// How much of an answer is shown before it is opened, in characters.
const BEGINNING: usize = 80;
/// How much of a parameter is shown, in characters.
const PARAM: usize = 500;

pub(super) fn write(shared: &Shared, html: &mut Html) {
    html.raw("<section id=\"calls\">\n<h2>Last calls</h2>\n");
    let calls = shared.calls.last(SHOWN);
    if calls.is_empty() {
        html.raw("<p>None yet.</p>\n</section>\n");
        return;
    }
    html.raw("<table>\n<thead><tr><th>Time<th>Method<th>Parameters<th>Answer</tr></thead>\n<tbody>\n");
    for call in calls.iter().rev() {
        row(call, html);
    }
    html.raw("</tbody>\n</table>\n</section>\n");
}

fn row(call: &ReceivedCall, html: &mut Html) {
    html.raw("<tr><td class=\"time\">").text(api_time(call.time));
    html.raw("<td><b>").text(beginning(&call.method, PARAM)).raw("</b><td class=\"free\">");
    for (name, value) in &call.params {
        html.raw("<div><code>")
            .text(beginning(name, PARAM))
            .raw("</code> = ")
            .text(beginning(value, PARAM))
            .raw("</div>");
    }
    html.raw("<td class=\"free\">");
    match (call.status, call.code) {
        (None, _) => html.raw("<span class=\"bad\">no answer</span>"),
        (Some(200), None) => html.raw("<span class=\"good\">200</span>"),
        (Some(status), None) => html.raw("<span class=\"bad\">").text(status).raw("</span>"),
        (Some(status), Some(code)) => {
            html.raw("<span class=\"bad\">").text(status).raw(", error ").text(code).raw("</span>")
        }
    };
    if !call.answer.is_empty() {
        html.raw(" <details><summary><code>").text(beginning(&call.answer, BEGINNING));
        html.raw("</code></summary><pre>").text(readable(&call.answer)).raw("</pre></details>");
    }
    html.raw("</tr>\n");
}

fn beginning(text: &str, limit: usize) -> String {
    let end = text.char_indices().nth(limit).map(|(at, _)| at);
    end.map_or_else(|| text.to_owned(), |end| format!("{}…", &text[..end]))
}

/// JSON over several lines; anything else as it is.
fn readable(answer: &str) -> String {
    serde_json::from_str::<Value>(answer).map_or_else(|_| answer.to_owned(), |value| format!("{value:#}"))
}
