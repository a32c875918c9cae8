//! The section of the last requests, the newest first.

use serde_json::Value;

use super::html::Html;
use crate::clock::api_time;
use crate::log::ReceivedRequest;
use crate::shared::Shared;

/// The maximum number of requests on the page.
const SHOWN: usize = 50;
/// The length of a response in its summary, in characters.
const SUMMARY: usize = 80;
/// The maximum length of a parameter, in characters.
const PARAM: usize = 500;

pub(super) fn write(shared: &Shared, html: &mut Html) {
    html.raw("<section id=\"requests\">\n<h2>Last requests</h2>\n");
    let requests = shared.log.last(SHOWN);
    if requests.is_empty() {
        html.raw("<p>None yet.</p>\n</section>\n");
        return;
    }
    html.raw("<table>\n<thead><tr><th>Time<th>Method<th>Parameters<th>Response</tr></thead>\n<tbody>\n");
    for request in requests.iter().rev() {
        row(request, html);
    }
    html.raw("</tbody>\n</table>\n</section>\n");
}

fn row(request: &ReceivedRequest, html: &mut Html) {
    html.raw("<tr><td class=\"time\">").text(api_time(request.time));
    html.raw("<td><b>").text(truncated(&request.method, PARAM)).raw("</b>");
    if let Some(level) = request.level {
        html.raw("<div class=\"level\">").text(level).raw("</div>");
    }
    html.raw("<td class=\"free\">");
    for (name, value) in &request.params {
        html.raw("<div><code>")
            .text(truncated(name, PARAM))
            .raw("</code> = ")
            .text(truncated(value, PARAM))
            .raw("</div>");
    }
    for name in &request.unknown_params {
        html.raw("<div class=\"bad\">unknown: <code>").text(truncated(name, PARAM)).raw("</code></div>");
    }
    html.raw("<td class=\"free\">");
    match (request.status, request.code) {
        (None, _) => html.raw("<span class=\"bad\">no response</span>"),
        (Some(200), None) => html.raw("<span class=\"good\">200</span>"),
        (Some(status), None) => html.raw("<span class=\"bad\">").text(status).raw("</span>"),
        (Some(status), Some(code)) => {
            html.raw("<span class=\"bad\">").text(status).raw(", error ").text(code).raw("</span>")
        }
    };
    if !request.response_body.is_empty() {
        html.raw(" <details><summary><code>").text(truncated(&request.response_body, SUMMARY));
        html.raw("</code></summary><pre>").text(pretty(&request.response_body)).raw("</pre></details>");
    }
    html.raw("</tr>\n");
}

fn truncated(text: &str, limit: usize) -> String {
    let end = text.char_indices().nth(limit).map(|(at, _)| at);
    end.map_or_else(|| text.to_owned(), |end| format!("{}…", &text[..end]))
}

/// JSON with line breaks; anything else as it is.
fn pretty(body: &str) -> String {
    serde_json::from_str::<Value>(body).map_or_else(|_| body.to_owned(), |value| format!("{value:#}"))
}
