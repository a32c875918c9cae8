//! An HTML page with the accounts, the last requests and the methods.

mod accounts;
mod html;
mod methods;
mod requests;

use bytes::Bytes;
use http::{HeaderValue, Method, Response, StatusCode, header};

use self::html::Html;
use crate::clock::api_time;
use crate::shared::Shared;

/// No external resources, no scripts, no frames.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'";

pub(crate) fn respond(shared: &Shared, method: &Method) -> Response<Bytes> {
    let is_read = matches!(*method, Method::GET | Method::HEAD);
    let (status, content_type, body) = if is_read {
        (StatusCode::OK, "text/html; charset=utf-8", page(shared))
    } else {
        (
            StatusCode::METHOD_NOT_ALLOWED,
            "text/plain",
            "This page only supports GET; the API is at /platform_api.\n".to_owned(),
        )
    };
    let mut response = Response::new(Bytes::from(body));
    *response.status_mut() = status;
    if !is_read {
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    for (name, value) in [
        (header::CONTENT_TYPE, content_type),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

fn page(shared: &Shared) -> String {
    let mut html = Html::default();
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .raw("<title>Voximplant sandbox</title>\n<style>\n")
        .raw(include_str!("page/style.css"))
        .raw("</style>\n</head>\n<body>\n");
    head(shared, &mut html);
    html.raw("<main>\n");
    accounts::write(shared, &mut html);
    requests::write(shared, &mut html);
    methods::write(shared, &mut html);
    html.raw("</main>\n</body>\n</html>\n");
    html.finish()
}

fn head(shared: &Shared, html: &mut Html) {
    html.raw("<header>\n<h1>Voximplant Management API sandbox</h1>\n<p>")
        .raw("The API in memory, at <code>")
        .text(format_args!("{}://{}/platform_api", shared.scheme, shared.host))
        .raw("</code>. Its clock: ")
        .text(api_time(shared.clock.now()))
        .raw(" UTC.</p>\n<nav><a href=\"#accounts\">Accounts</a> <a href=\"#requests\">Requests</a> ")
        .raw("<a href=\"#methods\">Methods</a> <a href=\"/\">Reload</a></nav>\n</header>\n");
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use vox_core::Secret;
    use vox_core::server::Form;

    use super::*;
    use crate::level::Level;
    use crate::log::ReceivedRequest;
    use crate::state::account::Account;
    use crate::state::accounts::Accounts;

    const EVIL: &str = "<script>alert('1')</script>\"&";
    const SHOWN: &str = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;";

    fn shared() -> Shared {
        let mut accounts = Accounts::default();
        let email = format!("{EVIL}@example.com");
        let account = Account::new(EVIL.into(), email, Secret::from("s3cret"), Timestamp::UNIX_EPOCH);
        let account = Account { api_key: "s3cret".into(), session_id: "s3cret".into(), ..account };
        accounts.add(account).unwrap();
        Shared::new("http", "127.0.0.1:1".into(), accounts)
    }

    #[test]
    fn untrusted_text_is_escaped() {
        let shared = shared();
        let mut form = Form::default();
        form.push(EVIL, EVIL);
        let request = ReceivedRequest::new(Timestamp::UNIX_EPOCH, EVIL, None, &form);
        shared.log.push(request.with_body(502, EVIL.to_owned()));
        let page = page(&shared);
        assert!(!page.contains("<script") && !page.contains("alert('1')"), "{page}");
        // The account's name and address, the method, the parameter's name and value, the response.
        assert!(page.matches(SHOWN).count() >= 6, "{page}");
        assert!(!page.contains("s3cret"), "{page}");
    }

    #[test]
    fn on_a_narrow_screen_tables_scroll_inside_their_section() {
        let page = page(&shared());
        assert!(page.contains("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"));
        let rule = |selector: &str| {
            let start =
                page.find(&format!("\n{selector} {{ ")).unwrap_or_else(|| panic!("no rule for {selector}"));
            page[start..].split('}').next().unwrap()
        };
        assert!(rule("section").contains("overflow-x: auto;"));
        assert!(rule("table").contains("min-width: 46rem;"));
        // Nothing else is wider than the screen: all tables are in sections, and long words break.
        let (before, sections) = page.split_once("<section").unwrap();
        assert!(!before.contains("<table") && sections.matches("<table").count() > 2);
        assert!(sections.split("</section>").last().is_some_and(|after| !after.contains("<table")));
        assert!(rule("th, td").contains("overflow-wrap: break-word;"));
        assert!(rule("pre").contains("white-space: pre-wrap;"));
    }

    #[test]
    fn levels_and_unknown_parameters_are_shown() {
        let shared = shared();
        let request = ReceivedRequest::new(Timestamp::UNIX_EPOCH, "AddAccount", None, &Form::default());
        shared.log.push(request.played(Some(Level::Sample), vec!["acount_name".to_owned()]));
        let page = page(&shared);
        assert_eq!(page.matches("<div class=\"level\">sample</div>").count(), 1);
        assert!(page.contains("unknown: <code>acount_name</code>"));
        assert_eq!(
            page.matches("<span class=\"level\">stateful</span>").count(),
            shared.methods.iter().filter(|method| method.level() == Level::Stateful).count()
        );
    }

    #[test]
    fn every_method_is_listed_with_its_parameters() {
        let page = page(&shared());
        for method in vox_accounts::METHODS {
            assert!(page.contains(&format!("<summary><b>{}</b>", method.name)), "{}", method.name);
            for param in method.flat_params() {
                assert!(page.contains(&format!("<code>{}</code>", param.meta.name)), "{}", param.meta.name);
            }
        }
    }

    #[test]
    fn only_get_and_head_are_supported() {
        let shared = shared();
        assert_eq!(respond(&shared, &Method::HEAD).status(), 200);
        assert_eq!(respond(&shared, &Method::POST).status(), 405);
    }
}
