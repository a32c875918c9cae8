//! The section of the methods, written from their declarations.

use std::fmt::Display;

use vox_core::meta::{DefaultValue, FlatParam, Kind};
use vox_core::rules::Rule;

use super::html::Html;
use crate::methods::Endpoint;
use crate::shared::Shared;

pub(super) fn write(shared: &Shared, html: &mut Html) {
    html.raw("<section id=\"methods\">\n<h2>Methods</h2>\n");
    for endpoint in shared.methods.iter() {
        method(endpoint, html);
    }
    html.raw("</section>\n");
}

fn method(endpoint: &Endpoint, html: &mut Html) {
    let method = endpoint.method.meta();
    html.raw("<details class=\"method\"><summary><b>").text(method.name).raw("</b> ").prose(method.summary());
    html.raw(" <span class=\"level\">").text(endpoint.level()).raw("</span></summary>\n<p>");
    if let Some(reason) = endpoint.reason() {
        html.raw("Rejected: ").text(reason).raw(". ");
    }
    html.raw(match method.kind {
        Kind::Read => "Reads only. ",
        Kind::Write => "Changes data. ",
    });
    match method.roles {
        None => html.raw("Allowed for every key."),
        Some(roles) => html.raw("Roles: ").text(list(roles, ", ")).raw("."),
    };
    html.raw("</p>\n");
    let params: Vec<_> = method.flat_params().collect();
    if params.is_empty() {
        html.raw("<p>No parameters.</p>\n");
    } else {
        html.raw(
            "<table>\n<thead><tr><th>Parameter<th>Type<th>Required<th>Rules<th>Description</tr></thead>",
        )
        .raw("\n<tbody>\n");
        for param in &params {
            self::param(param, html);
        }
        html.raw("</tbody>\n</table>\n");
    }
    html.raw("</details>\n");
}

fn param(param: &FlatParam, html: &mut Html) {
    let meta = param.meta;
    html.raw("<tr><td><code>").text(meta.name).raw("</code><td>").text(meta.value().kind.name()).raw("<td>");
    html.raw(if param.required { "yes" } else { "no" });
    for (relation, group) in [(", one of ", param.one_of), (", any of ", param.any_of)] {
        if let Some(group) = group {
            html.raw(relation).text(group);
        }
    }
    html.raw("<td>");
    let rules = meta.rules.iter().map(rule).chain(meta.default.map(default));
    html.prose(&list(rules, "; ")).raw("<td>").prose(meta.doc);
    if let Some(values) = meta.value().values {
        html.raw("<details><summary>").text(values.values.len()).raw(" values</summary>");
        html.text(list(values.values, ", ")).raw("</details>");
    }
    html.raw("</tr>\n");
}

fn rule(of_value: &Rule) -> String {
    match of_value {
        Rule::MinLen(limit) => format!("at least {limit} characters"),
        Rule::MaxLen(limit) => format!("at most {limit} characters"),
        Rule::MaxBytes(limit) => format!("at most {limit} bytes"),
        Rule::Pattern(pattern) => format!("matches `{}`", pattern.source),
        Rule::Min(bound) => format!("at least {bound}"),
        Rule::Max(bound) => format!("at most {bound}"),
        Rule::MinItems(limit) => format!("at least {limit} items"),
        Rule::MaxItems(limit) => format!("at most {limit} items"),
        Rule::Check(check) => check.requirement.to_owned(),
        Rule::Each(rules) => format!("each item: {}", list(rules.iter().map(rule), ", ")),
    }
}

fn default(default: DefaultValue) -> String {
    match default {
        DefaultValue::Bool(value) => format!("default {value}"),
        DefaultValue::Number(text) | DefaultValue::Text(text) | DefaultValue::Sentence(text) => {
            format!("default {text}")
        }
    }
}

fn list(items: impl IntoIterator<Item = impl Display>, separator: &str) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join(separator)
}
