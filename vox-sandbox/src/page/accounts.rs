//! The section of the accounts.

use jiff::civil::Date;

use super::html::Html;
use crate::clock::day;
use crate::shared::Shared;
use crate::state::account::Account;
use crate::state::phone::Phone;

/// The maximum number of accounts on the page.
const SHOWN: usize = 200;

pub(super) fn write(shared: &Shared, html: &mut Html) {
    let today = day(shared.clock.now());
    let accounts = shared.accounts.lock();
    html.raw("<section id=\"accounts\">\n<h2>Accounts</h2>\n<table>\n<thead><tr><th>Id<th>Name<th>E-mail")
        .raw("<th>Parent<th>State<th class=\"number\">Balance<th class=\"number\">On hold")
        .raw("<th class=\"number\">Credit limit<th>Phone numbers</tr></thead>\n<tbody>\n");
    for account in accounts.iter().take(SHOWN) {
        row(account, today, html);
    }
    html.raw("</tbody>\n</table>\n");
    let more = accounts.iter().count().saturating_sub(SHOWN);
    if more > 0 {
        html.raw("<p>And ").text(more).raw(" more.</p>\n");
    }
    html.raw("</section>\n");
}

fn row(account: &Account, today: Date, html: &mut Html) {
    html.raw("<tr><td>").text(account.id).raw("<td>").text(&account.name).raw("<td>").text(&account.email);
    html.raw("<td>");
    if let Some(parent) = account.parent {
        html.text(parent);
    }
    html.raw("<td>").raw(if account.active { "active" } else { "inactive" });
    html.raw(if account.frozen { ", frozen" } else { "" });
    let money = &account.money;
    html.raw("<td class=\"number\">").text(money.live().normalize()).raw(" ").text(&money.currency);
    html.raw("<td class=\"number\">").text(money.on_hold.normalize());
    html.raw("<td class=\"number\">").text(money.credit_limit.normalize());
    html.raw("<td>");
    for phone in &account.phones {
        self::phone(phone, today, html);
    }
    html.raw("</tr>\n");
}

fn phone(phone: &Phone, today: Date, html: &mut Html) {
    html.raw("<div>").text(&phone.number).raw(", ").text(phone.price).raw(" a month, ");
    html.raw(if phone.is_frozen(today) { "frozen since " } else { "paid until " });
    html.text(phone.next_renewal).raw("</div>");
}
