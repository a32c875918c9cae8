//! The sandbox accepts every form of a call that the vendor's SDKs and documents use.

use serde_json::{Value, json};
use vox_sandbox::{NewAccount, Sandbox};

struct Wire {
    sandbox: Sandbox,
    http: reqwest::Client,
}

impl Wire {
    async fn start() -> Self {
        let sandbox = Sandbox::builder()
            .account(NewAccount::new("my-company").api_key("key").balance(10))
            .child(NewAccount::new("child-one"))
            .child(NewAccount::new("child-two").active(false))
            .start()
            .await
            .unwrap();
        Self { sandbox, http: reqwest::Client::builder().no_proxy().build().unwrap() }
    }

    async fn send(
        &self,
        method: &str,
        path: &str,
        content_type: &str,
        body: impl Into<reqwest::Body>,
    ) -> Value {
        let url = format!("{}/platform_api{path}", self.sandbox.base_url());
        let request = self.http.request(method.parse().unwrap(), url).header("content-type", content_type);
        let response = request.body(body).send().await.unwrap();
        assert_eq!(response.headers()["content-type"], "application/json");
        serde_json::from_slice(&response.bytes().await.unwrap()).unwrap()
    }

    async fn form(&self, path: &str, body: &str) -> Value {
        self.send("POST", path, FORM, format!("{KEY}&{body}")).await
    }

    async fn children(&self, params: &str) -> Vec<String> {
        let response = self.form("/GetChildrenAccounts", params).await;
        let result = response["result"].as_array().unwrap_or_else(|| panic!("{params}: {response}"));
        result.iter().map(|child| child["account_name"].as_str().unwrap().to_owned()).collect()
    }
}

const FORM: &str = "application/x-www-form-urlencoded";
const KEY: &str = "account_name=my-company&api_key=key";

fn multipart(params: &[(&str, &str)]) -> String {
    let part = |(name, value): &(&str, &str)| {
        format!("--B-\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    params.iter().map(part).collect::<String>() + "--B---\r\n"
}

#[tokio::test]
async fn the_method_can_be_named_in_every_way() {
    let wire = Wire::start().await;
    let credentials = [("account_name", "my-company"), ("api_key", "key")];
    let with_cmd = [credentials.as_slice(), &[("cmd", "GetAccountInfo")]].concat();
    let (in_query, cmd) = (format!("?{KEY}"), format!("?{KEY}&cmd=GetAccountInfo"));
    let form_cmd = format!("{KEY}&cmd=GetAccountInfo");
    let boundary = "multipart/form-data; boundary=B-";
    let cases = [
        ("GET", cmd.clone(), FORM, String::new()),
        ("GET", format!("/{cmd}"), FORM, String::new()),
        ("GET", format!("/GetAccountInfo{in_query}"), FORM, String::new()),
        ("GET", format!("/GetAccountInfo/{in_query}"), FORM, String::new()),
        ("POST", String::new(), FORM, form_cmd.clone()),
        ("POST", "/".to_owned(), FORM, form_cmd.clone()),
        ("POST", "/GetAccountInfo".to_owned(), FORM, KEY.to_owned()),
        ("POST", "/GetAccountInfo/".to_owned(), FORM, form_cmd.clone()),
        ("POST", String::new(), boundary, multipart(&with_cmd)),
        ("POST", "/GetAccountInfo".to_owned(), boundary, multipart(&credentials)),
        ("POST", "?cmd=GetAccountInfo".to_owned(), boundary, multipart(&credentials)),
        ("POST", format!("/GetAccountInfo{in_query}"), "application/json", "{}".to_owned()),
        ("POST", format!("/GetAccountInfo{in_query}"), "application/json", String::new()),
        // The path takes precedence over `cmd`.
        ("POST", "/GetAccountInfo".to_owned(), FORM, format!("{KEY}&cmd=NoSuchMethod")),
    ];
    for (method, path, content_type, body) in cases {
        let response = wire.send(method, &path, content_type, body.clone()).await;
        assert_eq!(response["result"]["account_name"], "my-company", "{method} {path} {body}: {response}");
    }
}

#[tokio::test]
async fn parameters_are_read_from_the_query_and_the_body() {
    let wire = Wire::start().await;
    let body = multipart(&[("account_name", "my-company"), ("order_by", ""), ("child_account_name", "one")]);
    let path = "/GetChildrenAccounts?api_key=key&child_account_name=two&order_by=child_account_id";
    let response = wire.send("POST", path, "multipart/form-data; boundary=\"B-\"", body).await;
    // The body takes precedence; an empty string counts as absent.
    assert_eq!(response["result"][0]["account_name"], "child-one", "{response}");
    assert_eq!(response["count"], 1);
}

#[tokio::test]
async fn booleans_lists_dates_and_empty_strings_are_read_as_sdks_write_them() {
    let wire = Wire::start().await;
    for yes in ["true", "True", "1"] {
        assert_eq!(wire.children(&format!("active={yes}")).await, ["child-one"]);
    }
    for no in ["false", "False", "0"] {
        assert_eq!(wire.children(&format!("active={no}")).await, ["child-two"]);
    }
    // Go's SDK sends three selectors, two of them empty.
    let selectors = "child_account_id=&child_account_name=&child_account_email=two&active=";
    assert_eq!(wire.children(selectors).await, ["child-two"]);
    let change = wire
        .form(
            "/SetChildAccountInfo",
            "child_account_id=&child_account_name=child-one&child_account_email=&active=",
        )
        .await;
    assert_eq!(change, json!({"result": 1}));
    assert_eq!(wire.children("child_account_id=1000002;1000003").await.len(), 2);
    assert_eq!(wire.children("child_account_id=all&count=").await.len(), 2);

    let mut rates = Vec::new();
    for date in ["2014-03-17", "2014-03-17 00:00:00", "2014-03-17+23:59:59", "2014-03-17T10:20:30"] {
        let response = wire.form("/GetCurrencyRate", &format!("currency=EUR&date={date}")).await;
        rates.push(response["result"]["EUR"].clone());
    }
    assert!(rates[0].is_number() && rates.iter().all(|rate| *rate == rates[0]), "{rates:?}");
    let response = wire.form("/GetCurrencyRate", "currency=EUR&date=2014-13-17").await;
    assert_eq!(response["error"]["code"], 111);
    // Java's decimals may have an exponent.
    assert_eq!(wire.form("/SetAccountInfo", "min_balance_to_notify=1E%2B2").await, json!({"result": 1}));
    let info = wire.form("/GetAccountInfo", "").await;
    assert_eq!(info["result"]["min_balance_to_notify"], 100);
}

#[tokio::test]
async fn errors_come_in_the_envelope_with_the_apis_codes() {
    let wire = Wire::start().await;
    let cases = [
        ("", format!("{KEY}&a=b"), 102),
        ("/NoSuchMethod", KEY.to_owned(), 103),
        ("/getaccountinfo", KEY.to_owned(), 103),
        ("/GetAccountInfo", "account_name=my-company&api_key=no".to_owned(), 100),
        ("/SetChildAccountInfo", KEY.to_owned(), 485),
        ("/SetChildAccountInfo", format!("{KEY}&child_account_id=1000002&child_account_name=child-one"), 458),
    ];
    for (path, body, code) in cases {
        let response = wire.send("POST", path, FORM, body).await;
        assert_eq!(response["error"]["code"], code, "{path}: {response}");
        assert!(response["error"]["msg"].is_string() && response.get("result").is_none());
    }
    let cases = [
        ("multipart/form-data", "x", "no boundary"),
        ("multipart/form-data; boundary=B-", "x", "the delimiter that ends it is missing"),
        ("multipart/form-data; boundary=B-", "--B-\r\n\r\nx\r\n--B---", "part 1 has no name"),
        ("application/json", "{\"account_id\": 1}", "not in JSON"),
        ("application/json", "{", "not in JSON"),
        ("text/xml", "<a/>", "'text/xml' is not supported"),
        (FORM, "a=%f", "two hexadecimal digits"),
    ];
    for (content_type, body, expected) in cases {
        let response = wire.send("POST", "/GetAccountInfo", content_type, body).await;
        assert_eq!(response["error"]["code"], 101, "{response}");
        assert!(response["error"]["msg"].as_str().unwrap().contains(expected), "{response}");
    }
}

#[tokio::test]
async fn other_paths_and_methods_are_404_or_405() {
    let wire = Wire::start().await;
    let base = wire.sandbox.base_url();
    for (method, path, status, allow) in [
        ("GET", "/", 200, None),
        ("HEAD", "/", 200, None),
        ("POST", "/", 405, Some("GET, HEAD")),
        ("OPTIONS", "/", 405, Some("GET, HEAD")),
        ("GET", "/favicon.ico", 404, None),
        ("PUT", "/favicon.ico", 404, None),
        ("GET", "/platform_apis", 404, None),
        ("PUT", "/platform_api/GetAccountInfo", 405, Some("GET, POST")),
        ("DELETE", "/platform_api/GetAccountInfo", 405, Some("GET, POST")),
        ("HEAD", "/platform_api/GetAccountInfo", 405, Some("GET, POST")),
        ("OPTIONS", "/platform_api", 405, Some("GET, POST")),
        ("GET", "/_sandbox/health", 200, None),
        ("HEAD", "/_sandbox/health", 200, None),
        ("POST", "/_sandbox/health", 405, Some("GET, HEAD")),
        ("GET", "/_sandbox", 404, None),
    ] {
        let request = wire.http.request(method.parse().unwrap(), format!("{base}{path}"));
        let response = request.send().await.unwrap();
        let found = response.headers().get("allow").map(|value| value.to_str().unwrap());
        assert_eq!((response.status().as_u16(), found), (status, allow), "{method} {path}");
    }
    let page = wire.http.get(base).send().await.unwrap();
    assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
    assert!(page.headers()["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'"));
    assert!(page.text().await.unwrap().contains("child-two"));
}

#[tokio::test]
async fn a_sandbox_is_ready_at_once() {
    let wire = Wire::start().await;
    let response =
        wire.http.get(format!("{}/_sandbox/health", wire.sandbox.base_url())).send().await.unwrap();
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(response.text().await.unwrap(), r#"{"status":"ready"}"#);
}

/// The status of a request with this `Host`, and the text of the response.
async fn with_host(sandbox: &Sandbox, path: &str, host: &str) -> (u16, String) {
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let url = format!("http://127.0.0.1:{}{path}", sandbox.local_addr().port());
    let response = http.get(url).header("host", host).send().await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

#[tokio::test]
async fn requests_to_the_host_of_a_web_page_are_rejected() {
    let sandbox = Sandbox::builder().seed(7).host("sandbox").start().await.unwrap();
    let key = sandbox.api_key().expose().to_owned();
    let info = format!("/platform_api/GetAccountInfo?account_id=1000001&api_key={key}");
    for path in ["/", &info, "/_sandbox/health", "/favicon.ico"] {
        for host in ["evil.example", "evil.example:8420", "localhost.evil.example"] {
            let (status, text) = with_host(&sandbox, path, host).await;
            assert_eq!(status, 421, "{path} {host}");
            assert!(text.contains(&format!("does not serve the host `{host}`")), "{text}");
            assert!(
                text.contains("`--host`") && !text.contains(&key) && !text.contains("sandbox-parent"),
                "{text}"
            );
        }
    }
    for host in ["localhost:8420", "127.0.0.1", "[::1]:1", "192.168.1.5", "Sandbox:8420"] {
        for path in ["/", &info] {
            assert_eq!(with_host(&sandbox, path, host).await.0, 200, "{path} {host}");
        }
    }
    assert_eq!(sandbox.requests().len(), 5);
}

#[tokio::test]
async fn on_all_interfaces_any_host_is_served_unless_hosts_are_named() {
    let any = std::net::SocketAddr::from(([0, 0, 0, 0], 0));
    let open = Sandbox::builder().address(any).start().await.unwrap();
    assert_eq!(with_host(&open, "/", "sandbox:8420").await.0, 200);
    let named = Sandbox::builder().address(any).host("sandbox").start().await.unwrap();
    assert_eq!(with_host(&named, "/", "sandbox:8420").await.0, 200);
    assert_eq!(with_host(&named, "/", "evil.example").await.0, 421);
}
