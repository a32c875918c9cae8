//! The Voximplant Management API in memory, over real HTTP: for tests and for learning.
//!
//! [`Sandbox::start`] serves the API on a free loopback port. It decodes requests by the same declarations that the
//! client encodes them with, authenticates for real (tokens of a service account, API keys, passwords), checks roles,
//! and responds with the API's codes in the API's envelope.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use vox_accounts::prelude::*;
//! use vox_sandbox::{Fault, NewAccount, Sandbox};
//!
//! let sandbox = Sandbox::builder()
//!     .balance(100)
//!     .child(NewAccount::new("child-one").balance(5))
//!     .start()
//!     .await?;
//! // The next request of `GetAccountInfo` gets no response. The client retries it.
//! sandbox.faults().inject::<GetAccountInfo>(1, Fault::DropResponse);
//! GetAccountInfo::default().send(&sandbox.client()?).await?;
//! assert_eq!(sandbox.requests().len(), 2);
//! # Ok(()) }
//! ```
//!
//! # In tests
//! A sandbox runs on its own thread, so it works in every kind of test: `#[tokio::test]` on one thread or on many, a
//! plain `#[test]`, an executor other than tokio, a `static` that all tests share. It costs a thread and a port; one for
//! each test keeps tests apart.
//!
//! [`Sandbox::start_blocking`] starts one without `async`. [`Sandbox::client_builder`] builds a blocking client, under the
//! feature `blocking` of `vox-accounts`:
//!
//! ```
//! use vox_accounts::prelude::*;
//! use vox_sandbox::Sandbox;
//!
//! // The body of a plain `#[test]`.
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sandbox = Sandbox::start_blocking()?;
//! let client: blocking::Client = sandbox.client_builder().build_blocking()?;
//! let account = GetAccountInfo::default().send(&client)?.result;
//! assert_eq!(account.account_id, sandbox.account_id());
//! sandbox.stop_blocking();
//! # Ok(()) }
//! ```
//!
//! In an async test, create and use a blocking client inside `tokio::task::spawn_blocking`, as its calls block the thread.
//!
//! [`Sandbox::client`], [`Sandbox::auth`] and [`Sandbox::service_account`] sign tokens by the sandbox's [`Clock`], so
//! setting the clock causes no rejected request, and a fault that counts requests counts only those of the test. Dropping
//! a sandbox stops it; [`Sandbox::stop`] also waits until its thread has ended, which takes about a second at most.
//!
//! # Features
//! - `GET` and `POST` on `/platform_api/{Method}` and on `/platform_api` with `cmd`, with or without a trailing slash;
//!   parameters in the query and in a form-urlencoded or multipart body, with files. An empty JSON object as the body is accepted.
//! - Values as the vendor's SDKs write them: `true`, `True` and `1`, dates with and without a time, empty values as
//!   absent, the token's `iss` as a number and as a string.
//! - Malformed percent-encoding, malformed multipart bodies, urlencoded text that is not UTF-8 and bodies over the limit are rejected
//!   in the envelope.
//! - All sixteen methods of the section Accounts, fifteen of them with the state behind them, and the methods of
//!   [any crate](SandboxBuilder::methods), with [samples](crate#samples). Their parameters, rules, roles and response fields come
//!   from the declarations.
//! - Initial [accounts, prices and time](SandboxBuilder), and the same keys for the [same seed](SandboxBuilder::seed).
//! - A [clock](Clock) for tests to set, which the `Date` of responses shows, and a log of the last eight megabytes of
//!   [requests and responses](Sandbox::requests).
//! - [Faults](Fault): statuses, errors, lost and late responses, incomplete bodies; for all requests or those of a
//!   [rule](FaultRule), by method, account, parameters, number or probability.
//! - [Custom responses](Responses) in place of those of the sandbox.
//! - Control while it runs: [balances and other state](Sandbox::change_state), [new accounts](Sandbox::add_account), a
//!   [reset](Sandbox::reset), [typed requests](Sandbox::received); also [over HTTP](crate#control-over-http).
//! - [Callbacks](Sandbox::callback) with the correct hash, to post to the code under test.
//! - An HTML page at `GET /`: accounts, balances, the last requests with secrets masked, the methods.
//! - https, under the feature `tls`: [`SandboxBuilder::tls`].
//!
//! The vendor's Python and Node SDKs work with it unchanged.
//!
//! | method | behavior |
//! |---|---|
//! | `AddAccount` | adds a child of the parent, without money, with the free plans |
//! | `CloneAccount` | adds a child with the profile of another child, or of the parent |
//! | `GetAccountInfo` | the account's current state |
//! | `SetAccountInfo` | changes the account's profile, e-mail address and password |
//! | `SetChildAccountInfo` | the same for one child, several or all |
//! | `GetCurrencyRate` | invented rates that differ from day to day, always the same for a day |
//! | `GetResourcePrice` | a short price list: calls by `VoIP` and phone, messages, active users |
//! | `GetSubscriptionPrice` | six templates, the first two from the API's documentation |
//! | `GetChildrenAccounts` | filters, orders and pages the children |
//! | `GetMoneyAmountToCharge` | the phone numbers and plans that are due, minus the balance |
//! | `ChargeAccount` | the balance pays for phone numbers, which are renewed by a month and no longer frozen |
//! | `ChangeAccountPlan` | reserves the price of a more expensive plan: the live balance falls |
//! | `GetAccountPlans` | the plan of each type with its full package |
//! | `GetAvailablePlans` | the more expensive plans |
//! | `GetAccountDocuments` | the verification of the first account is in progress, the others' are required |
//! | `GetAccountVerifications` | a [sample](crate#samples) |
//!
//! Of the sections of `vox-api`, these have state; all other methods get [samples](crate#samples):
//!
//! | section | behavior |
//! |---|---|
//! | `applications` | Applications are added, changed, listed and deleted, together with what belongs to them. |
//! | `users` | The users of applications are added, changed, listed and deleted. They have no money, skills or queues. |
//! | `call_lists` | Lists are made of real CSV files. By the clock, each task is called for ten seconds, on as many lines as the list may use, and succeeds. Lists are paused, continued, changed, canceled and deleted, and returned as JSON and as CSV. |
//! | `scenarios` | Scenarios are added, changed, listed, bound to rules and deleted. Started sessions last a minute, by the sandbox's clock. No code runs: each session makes one phone call, which the balance pays for. |
//! | `routing_rules` | Rules with patterns are added, changed, ordered, listed and deleted. |
//! | `history` | `GetCallHistory` has the sessions that were started, with the phone call of each and a recording, which `DeleteRecord` deletes. Reports and the other histories are samples. |
//! | `phone_numbers` | A catalog of eight regions in four countries, each with a thousand phone numbers, at the prices of `GetSubscriptionPrice`. The balance pays for phone numbers, which are then rented, bound, listed, changed and given back. Reports of phone numbers are samples. |
//! | `smart_queue` | Each application has its own queues, skills, agents with their queues and levels, and custom names of statuses. Metrics and their history are samples. |
//! | `sms` | The balance pays for each part of a message, at the price of messages of `GetResourcePrice`. By the clock, a message waits for five seconds and is delivered after ten. The histories have all messages that were sent. |
//! | `role_system` | A new key works at once, with exactly its roles; a key without a role, and a deleted key, are rejected. The service account of the start is a key, too. Subusers have names, passwords and roles. |
//! | `key_value_storage` | Each application has a storage, whose items expire by the sandbox's clock. |
//! | `secrets` | Each application has secrets; only `GetSecretValue` returns a value. |
//!
//! The first account has 1000 US dollars ([another balance](SandboxBuilder::balance)) and rents two phone numbers
//! ([and more](SandboxBuilder::phone)), of which `79993330011` is frozen.
//!
//! # Samples
//! A method without a handler changes nothing, and its responses are samples. A sample is a function of the seed, the method,
//! the parameters and the clock, so that the same request gets the same response, in each sandbox, except for the sandbox's
//! address in URLs:
//!
//! - All fields are filled, by their types and names: an e-mail address, a phone number, a price, a time of the last month.
//!   Left out are the fields of errors, JSON whose structure no declaration describes, the total number of items where the
//!   request does not ask for it, and what is nested too deep, as records that contain themselves are.
//! - Ids and values of the request are repeated where the response has a field with the same name and type. A list has an item
//!   for each id that the request names, or else three items.
//! - `count` and `offset` select the items of a page, of at most 1000, and the total is the same in each.
//! - The same id has the same fields in the responses of all methods, and the first id of a list is the one that other records
//!   refer to.
//! - Times are in the span that the request names (`from_date`, `to_date`), or else in the month before the clock's day.
//! - The response is what the request asks for, where it may be several things: the id of a report with `is_async`, a file with
//!   another `output` than `json`.
//! - A report is complete two seconds after its order, by the sandbox's clock. Before that its file is rejected (code 356).
//! - Files are real: recordings (a second of silence), logs, invoices, reports, and lists as CSV. The sandbox serves those that a
//!   response names by a URL, with ranges.
//!
//! The header `X-Vox-Sandbox` of each response of a known method states the [`Level`] at which its method is played, as in `sample;
//! 0.1.0`, and `X-Vox-Sandbox-Unknown-Params` names the parameters that the declaration does not have. [`SandboxBuilder::strict`]
//! rejects both samples and unknown parameters. The error of an unknown method or parameter names similar ones.
//!
//! # The program
//! `cargo run -p vox-sandbox`, or an installed `vox-sandbox`, serves the same to programs in any language; `--help` lists
//! its arguments. It needs the feature `program`, which is on by default, and plays all sections of `vox-api`. The library alone,
//! with `default-features = false`, does not depend on the argument parser and the TLS server, and has the methods of the section
//! Accounts. `history` and the other sections of `vox-api` are features, and `full` enables all of them.
//!
//! It listens on `127.0.0.1:8420`. In a container, `--addr 0.0.0.0:8420` listens on all interfaces, and with `--tls`,
//! `--tls-name sandbox` adds the container's name to the certificate. Each argument has an environment variable, such as
//! `VOX_SANDBOX_ADDR`. `vox-sandbox health` ends with exit code 0 if the sandbox at `--addr` is ready, and with 1 and a
//! message if not; it makes one request to `GET /_sandbox/health`, which every sandbox serves. In a Compose file:
//!
//! ```yaml
//! environment:
//!   VOX_SANDBOX_ADDR: 0.0.0.0:8420
//!   VOX_SANDBOX_TLS: "true"
//!   VOX_SANDBOX_TLS_NAME: sandbox
//! healthcheck:
//!   test: [CMD, vox-sandbox, health]
//! ```
//!
//! On a loopback address, a request must be addressed to `localhost`, an IP address, a name in the certificate or a
//! `--host`; others are rejected with 421. So a web page cannot reach the sandbox by DNS rebinding.
//!
//! # Fixtures
//! The initial state of a sandbox as JSON, for [`SandboxBuilder::fixture`] and `--fixture`. Every member is optional,
//! except for `account_name`, `phone_number` and `price`; unknown members are errors. Amounts are numbers or strings, in
//! US dollars.
//!
//! ```
//! # let builder = vox_sandbox::Sandbox::builder();
//! let builder = builder.fixture(r#"{
//!     "clock": "2026-01-31T12:00:00Z",
//!     "accounts": [
//!         {
//!             "account_name": "my-company", "account_email": "me@example.com", "account_password": "Str0ng!pass",
//!             "api_key": "the-key", "balance": "100.25", "credit_limit": 10, "active": true, "frozen": false,
//!             "phones": [
//!                 { "phone_number": "79990000000", "price": "3.50", "paid_until": "2026-02-01", "auto_charge": false }
//!             ],
//!             "children": [{ "account_name": "child-one", "balance": 5 }]
//!         },
//!         { "account_name": "another-company" }
//!     ],
//!     "prices": { "subscriptions": { "20": 293.855 }, "resources": { "1": 0.004 }, "plans": { "2": 10 } },
//!     "faults": [
//!         { "method": "AddAccount", "times": 2, "http_status": 429, "retry_after": 1 },
//!         { "account_id": 1000001, "params": { "count": 5 }, "probability": 0.25, "http_status": 503 },
//!         { "api_error": 340 }, { "drop": "request" }, { "drop": "response" }, { "delay_ms": 500 },
//!         { "body": "truncated" }, { "body": "malformed" }, { "slow_body_ms": 500 }
//!     ]
//! }"#)?;
//! # Ok::<_, vox_sandbox::SandboxError>(())
//! ```
//!
//! With a `clock`, the sandbox rejects the tokens of programs that sign by the machine's clock, where the clock skew is
//! large: see [`SandboxBuilder::clock`]. A phone number with `auto_charge` is not charged by hand. The first account is
//! that of the service account, with its children; the others are independent of it. The keys of prices are the ids of
//! `GetSubscriptionPrice`, `GetResourcePrice` and `GetAvailablePlans`. A fault is a [rule](FaultRule): without a method it
//! applies to requests of any method, without `times` to one request, or to any number with a `probability`. A name that an
//! object has twice is an error; a byte order mark is skipped.
//!
//! # Control over HTTP
//! Programs in other languages control a sandbox by requests under `/_sandbox/`. The library permits it by
//! [default](SandboxBuilder::control), the program with `--control`. Bodies and responses are JSON; an error is
//! `{"error": "the message"}` with a status from 400 on.
//!
//! | request | effect |
//! |---|---|
//! | `GET health` | `{"status": "ready"}`, as soon as the port is open |
//! | `GET version` | the version, the number of methods, and whether there is control |
//! | `GET catalog` | all methods: parameters, rules, roles, and the [level](Level) at which each is played |
//! | `GET requests` | the last requests, secrets masked; of one method with `?method=AddAccount`, the last of them with `?limit=5` |
//! | `DELETE requests` | forgets them |
//! | `POST reset` | [restores the start](Sandbox::reset) |
//! | `POST seed` | `{"seed": 7}`: [`Sandbox::set_seed`] |
//! | `GET clock`, `POST clock` | the time; `{"now": "2026-01-31T12:00:00Z"}` or `{"advance_seconds": 60}` |
//! | `GET state`, `POST state` | the state as a [fixture](crate#fixtures); [changes it by one](Sandbox::change_state) |
//! | `POST accounts` | `{"account": {"account_name": "my-test"}}`, with the members of a fixture, and `roles` for its service account: [adds an account](Sandbox::add_account). The response has its keys. |
//! | `GET faults`, `POST faults` | the active [rules](FaultRule); adds one, as in fixtures: `{"method": "AddAccount", "times": 2, "http_status": 503}`. The response has its `id`. |
//! | `DELETE faults`, `DELETE faults/{id}` | removes all rules, or one |
//! | `GET responses`, `POST responses` | the active [custom responses](ResponseRule); adds one: `{"method": "GetAccountInfo", "body": {..}}`. The response has its `id`, and a `warning` if clients cannot decode the body. |
//! | `DELETE responses`, `DELETE responses/{id}` | removes all custom responses, or one |
//!
//! The first three always work. The others need control and a loopback address. They are rejected if a web page sends them, with
//! the header `Origin` or from another site (`Sec-Fetch-Site`).
//!
//! # Guesses
//! No source states how the real API behaves here:
//!
//! Credentials:
//! - A key without a required role is rejected with code 104.
//! - An unknown key id and an algorithm other than RS256 are rejected with 100, like a wrong signature; a token
//!   without a key id with 433. A clock skew of up to 60 seconds into the future is accepted.
//! - Credentials are checked before the other parameters. A bearer token takes precedence over account credentials;
//!   where a method's own parameters are the parent's credentials, both must be right.
//! - A service account may act for the children of its account, not for their children.
//! - `CloneAccount` has no parameter that names the parent. The parent is the account whose secret was sent: that of the
//!   request's token, the parent of the copied account, or the copied account itself, in this order. Parameters such
//!   as `parent_account_id` are accepted all the same.
//! - The salt of callbacks is shown where the API key is.
//!
//! Codes:
//! - Which rule leads to which code, where several codes would fit: missing parameters 485, too many of a group 458,
//!   too long 477, out of range 497, anything else 496. Several errors are returned at once, in `errors`; rules are
//!   checked only if all parameters are present and of their types.
//! - Unknown: an account to copy 115, phone numbers 121 and 181, a currency 210, a template 244, the type of a template
//!   246, the state of a verification 326, a plan 110, its type 426, the type of a resource 429. An unknown name finds
//!   nothing.
//! - A plan that is not more expensive than the current one is rejected with 379; rates of future days and charges on past
//!   days with 233; a phone number with other characters than digits as the parameter of a resource with 315; a span of
//!   days that ends before it begins with 325; one e-mail address or password for several children, or none, with 492.
//!
//! HTTP:
//! - Other paths are rejected with 404, other HTTP methods with 405, bodies over the limit with 413, incomplete bodies
//!   with 400, unknown hosts with 421, each in the envelope. A JSON body with members is rejected (code 101): no source has parameters there.
//! - Where the path and `cmd` both name a method, the path's is called. To a parameter that is not a file, the content of
//!   a file in a multipart body is a value like others.
//! - `api_address` and `debugger_address` are the host and port of the request's `Host` header: the client can reach
//!   these, in a container too.
//! - Neither the number of concurrent requests nor their rate is limited, except by a fault. The body of 429 and 5xx is an HTML page.
//!
//! Accounts:
//! - E-mail addresses are case-insensitive, names are case-sensitive.
//! - All items of a list are selected by `all`; `any`, which the Node SDK's types allow, is not supported.
//! - Of several values for a parameter, the first that is not empty counts; the body comes before the query.
//! - `child_account_name` and `child_account_email` of `GetChildrenAccounts` find accounts that contain the text;
//!   those of `SetChildAccountInfo` must be equal.
//! - `brief_output` takes precedence over `medium_output`. Both return all records unless `count` is given.
//! - If one part of a change is rejected, nothing is changed.
//! - A clone is active if the copied account is. Its profile is copied, callbacks and billing address included;
//!   money, plans, phone numbers and documents are not.
//!
//! Prices and money:
//! - Every account's currency is the US dollar. There are no taxes; plans and numbers cost the same for every account.
//! - `price_group_name` and `subscription_template_name` find names that contain the text.
//! - `resource_param` excludes the price groups whose prefixes match none of the numbers.
//! - Amounts in another currency are converted at today's rate, rounded up to hundredths.
//! - A number is frozen from its day of renewal on. A payment renews it by a month from that day, or from today if
//!   that day has passed; a second payment by another month.
//! - `ChargeAccount` pays for all numbers of the request or for none (code 127). The credit limit counts as money.
//! - `GetMoneyAmountToCharge` counts a number once, however many months the day is away. Plans count without the amount
//!   that is already reserved for them.
//! - `ChangeAccountPlan` releases the reservation for the previous plan. Without an id it changes nothing.
//!
//! Phone numbers:
//! - A request pays for the installation and the first month of all its phone numbers, or rents none (code 127). They
//!   have `auto_charge=true`, until `SetPhoneNumberInfo` changes it; `ChargeAccount` and `GetMoneyAmountToCharge` ignore
//!   such phone numbers.
//! - A phone number gets a new id when it is rented, which is also that of its subscription. The rent ends without a
//!   refund.
//! - Phone numbers cannot be rented if they are in another region or in none (code 121), if any account rents them (182), if
//!   there are fewer on offer (332) or none (331), or if their count is zero (243). No region needs the proof of an address,
//!   so one is rejected with 531.
//! - A country without phone numbers on offer is unknown (code 239). An unknown category 240, region 241, state 242, rule
//!   147 and 156, application 116, or 107 by name.
//! - Without a region, `GetNewPhoneNumbers` lists nothing. A mask must match the whole phone number. Without `count`, all
//!   phone numbers are listed.
//! - With `force_verification`, an account that is not verified cannot rent a phone number that requires verification (codes 281 and
//!   282).
//! - A phone number can be used (`can_be_used`) if it is paid for, and the account has the verification that it needs. One
//!   that is not paid for is deactivated.
//! - The region of a phone number follows from its digits, its country from the calling code. Phone numbers of other
//!   regions have no category, and no text messages.
//! - `BindPhoneNumberToApplication` replaces the application and the rule. With `bind=false` it changes the phone numbers
//!   that are bound to this application, and to the rule if there is one. The binding ends with the application or the
//!   rule.
//! - All orders of `GetPhoneNumbers` are ascending; by default the phone numbers are in the order in which they were rented. Ids
//!   that the requested accounts do not have are rejected; unknown names and phone numbers find nothing.
//!
//! Call lists:
//! - The scenario of each task reports success at the first attempt, ten seconds after it begins; the phone calls cost
//!   nothing. Tasks with a priority come first, the lowest number before the others.
//! - A list is created, continued or gets more tasks only if the account has a US dollar (code 127). A list that is canceled or
//!   paused may get tasks without it.
//! - Columns other than the four of the platform are the custom data, as a JSON object. Of the hours of a task, a missing
//!   begin is 00:00:00, a missing end 23:59:59. A file without tasks, lines of different lengths, and columns without a
//!   separate name are rejected with 250, as are more than 1000 different hours and 32 MiB of custom data in a file;
//!   characters of the format that are not one character of ASCII with 496.
//! - While a list is paused or manual, phone calls that have begun continue. A list whose tasks are all canceled is canceled.
//!   `StopCallListProcessing` rejects lists that are completed or canceled with 252. `RecoverCallList` also continues a
//!   list that was created as a canceled one.
//! - `CancelCallListTask` cancels all of the named tasks or none (code 496); its response has the first one. A phone
//!   call in progress may be canceled, but not changed. A task whose `attempts_left` is set to 0 is an error.
//! - `DeleteCallList` requires the id of a list (code 485). Names are not unique; where a name is given, the first list with it is used.
//! - `GetCallLists` finds names that contain the text, and lists that were created in the time span. Only lists in progress
//!   are active. Without `count`, a page has 1000 lists. The times are in UTC.
//! - Unknown: a rule 147 and 156, an application 116 and 107, a batch 496.
//!
//! Text messages:
//! - A phone number has 7 to 15 digits, with or without a plus sign; to others there is no route (code 506, of
//!   `SendSmsMessage` 423). `A2PSendSms` is rejected if none of the phone numbers has a route.
//! - Every account may send in the name of any sender id of up to 11 letters, digits and spaces, or of a phone number
//!   (code 507).
//! - A request pays for all its messages or sends none (code 127). A frozen phone number sends no messages (code 386).
//! - `processed_date` and `processing_date` are the time at which the message was sent. The order of a history is that of
//!   sending, and unknown ids find nothing.
//! - `timezone` may be `auto`, the `location` of the account, or the name of any time zone; unknown ones are rejected with 496.
//!   The default is UTC.
//!
//! Applications, users, scenarios and routing rules:
//! - Ids and names that the account does not have are rejected: applications with 116, or 107 by name, users with 117,
//!   scenarios with 132 and 168, rules with 147 and 156. Unknown names in filters find nothing.
//! - With an application, its users, scenarios, rules, stored items and secrets are deleted; sessions stay in the history. A
//!   scenario that is deleted is unbound from all rules.
//! - A name in a filter finds the names that contain it, with the account's name for applications; in `GetScenarios`, it is the
//!   whole name. Lists without a default `count` have all items.
//! - A new user is active, and the account pays for it. Where a request names users by ids and an application, users of another
//!   application are rejected with 393; all users of an application are meant by `all`.
//! - The name of a scenario is unique in the account, also of one for all applications. `AddScenario` with `rewrite` replaces
//!   the code of the scenario with the name; it is rejected with 133 if the request names another application than the scenario's.
//! - A rule runs scenarios of its application and those for all applications. Without an application, the name of a rule
//!   must be that of a single rule; `DelRule` deletes all rules with the name.
//! - The items that a request for a new order leaves out follow in their previous order. A new rule is the last one.
//! - A pattern is a regular expression that matches the whole text. One with lookahead or lookbehind matches nothing, and
//!   none matches a text of more than 255 bytes.
//!
//! Sessions:
//! - The balance pays for a session when it starts: a minute of its phone call. Without enough money it does not start (code
//!   127). While it runs, its phone call has the cost, but no duration; filters of durations leave it out.
//! - The phone call goes from the account's first phone number, or `anonymous`, to an invented number in New York. A recording
//!   (a second of silence) is available once the session has ended.
//! - `StartConference` joins the running session of the application with this name, without a payment, after the same checks.
//! - The URLs of a session lead to the sandbox, which has nothing there (404). `server_location` is ignored; `reference_ip` must
//!   be an IP address (code 257) and is the address of the initiator.
//! - Without dates, `GetCallHistory` lists the month before the end of the time span, or before now. The default time zone is
//!   `Etc/GMT`; an unknown one is rejected with 496.
//! - `GetCallHistory` and `DeleteRecord` reject unknown ids: sessions with 150, recordings with 341.
//!
//! Roles, keys and subusers:
//! - The ids of roles, the groups and their names are invented. No role is below another, and none is for the control panel
//!   only. `with_expanded_roles` adds the fields about that, which `GetRoles` always returns.
//! - `SetKeyRoles` and `SetSubUserRoles` add roles. A role that is removed must be held (code 435).
//! - An unknown key is rejected with 433, an unknown subuser with 434, an unknown role with 440, or 441 by name. An unknown
//!   group has no roles.
//! - `CreateKey` returns a list with one key. A key without a name or a description has empty ones. Any key may be deleted,
//!   even the one that signed the request. Without `count`, all keys or subusers are listed.
//! - The name of a subuser has Latin letters, digits and hyphens. A wrong `old_subuser_password` is rejected with 496.
//!
//! Key-value storage and secrets:
//! - An item expires at most 90 days after it was set, also by `expires_at`, which must be in the future (code 496). A `ttl`
//!   of 0 seconds expires at once.
//! - An unknown key or secret is rejected with 496, an unknown application with 116, or 107 by name. An `application_name`
//!   next to an id must be the same application's.
//! - Keys are sorted, and without `key` all are listed. Secrets are in the order in which they were added.
//! - The name of a secret is unique in its application (code 493). `secret_name_part` is case-sensitive. A change without a
//!   new value counts as a change.
//!
//! Documents:
//! - `GetAccountDocuments` returns the verifications of the account and of the named children; with
//!   `children_verifications_only` those of these children, or of all where none is named. Accounts without a matching
//!   verification are left out, and so are verifications without a day if days are filtered.
//!
//! `SmartQueue`:
//! - Every user of an application is an agent, who takes phone calls until `SQ_SetAgentInfo` changes that.
//! - An unknown application is rejected with 116, by name with 107. Users are rejected with 117, excluded users with 180, queues,
//!   skills and time zones with 496. A name that another queue or skill of the application has is rejected with 493.
//! - `SQ_BindSkill` without a `bind_mode` adds skills. An agent has at most 5 (code 498). The numbers of queues, of skills and of an
//!   agent's queues are not limited (494, 495, 563).
//! - Lists are sorted by id, and paged only on request. Searches for parts of names are case-insensitive. `SQ_GetAgents` returns
//!   agents who have one of the queues, one of the statuses and all of the skills.
//! - The items of `sq_skills` and `sq_queues` of `SQ_GetAgents` have the id, the name and the level (`sq_skill_id` ..). Its times, and
//!   those of `GetSQState` without `timezone`, are in UTC.
//! - `call_max_waiting_time` and `im_max_waiting_time` of `SQ_GetQueues` are in minutes, rounded up. Tasks wait without an
//!   active agent only if the queue is configured that way.
//! - Any text is the name of a status that can get a custom name. Without an application, the statuses of all applications are
//!   listed; without a status, all custom names of the application are deleted.
//!
//! # Limits
//! - No agent of `SmartQueue` logs in: the status has been `OFFLINE` since the user was added. `GetSQState` returns all agents of a
//!   queue, where the real API returns those who are logged in, and no tasks. `priority`, `im_agent_selection` and `im_task_selection`
//!   are accepted, but no response has them.
//! - Inactive and frozen accounts are shown as such, but their requests are not rejected.
//! - The clock freezes numbers, ends sessions, calls the people of call lists, delivers text messages and lets stored items expire. It
//!   causes nothing else: no plan is charged, no verification ends, no package is used up.
//! - Initial phone numbers are charged by hand (`auto_charge=false`); added accounts have none. Those that are rented are not
//!   renewed when their month ends: they are frozen like the others. There are no other subscriptions.
//! - The prices of a region are the same for several phone numbers (`multiple_numbers_price` is empty). A phone
//!   number is never canceled, and none is of the vendor's sandbox.
//! - No response has the settings of call lists for operators, `list_custom_data`, `queue_id` and the media server; they are
//!   accepted without a check, as are `user_id` and `skill_id` of a task. A `call_schedule` is kept, but not followed, and tasks
//!   have no second attempts. Files of call lists are in UTF-8. Their reports are samples.
//! - An Excel file (`xls`) has the content of the CSV file.
//! - No text message is received, none fails after it was sent, and none has the id of a transaction.
//! - Callbacks are never sent: [`Sandbox::callback`] returns one for a test to send. `store_inbound_sms`,
//!   `store_outbound_sms` and `can_use_restricted` are accepted, but no response has them.
//! - E-mail addresses and passwords can be changed with any authentication; the API has codes (537, 364) about password
//!   authentication. Time zones are not checked.
//! - A clone gets no applications, users, scenarios and rules, nor whatever else the API copies: those lists are empty.
//! - Users cannot log in, so their passwords are forgotten and their status in ACD queues is `OFFLINE`. No user has a skill or an
//!   ACD queue, as the methods that bind them are samples, and `GetUsers` finds nobody by them.
//! - `GetApplications` leaves out rules and scenarios, as no source states the fields that have them. Scenarios have no node, so
//!   `extended_application_name` is missing.
//! - There are no incoming phone calls, so a rule runs only by `StartScenarios` and `StartConference`. Sessions use no other
//!   resources than the phone call.
//! - Each account has one session (`session_id`), which is always open; there is no `Logon`. There are no limits on
//!   the number of children, no forbidden names.
//! - Subusers cannot authenticate, so no key belongs to one: `force` of `RemoveSubUserRoles` changes nothing. The number of keys,
//!   subusers, items and secrets is not limited. While `CreateKey` generates a key, other requests wait, up to a second.
//! - A [fixture](crate#fixtures) has accounts, phone numbers and prices, and so has the exported state: nothing else of the
//!   sections of `vox-api`.
//! - Requests that are not HTTP get the HTTP server's response, without the envelope. A connection is closed after a minute
//!   without a complete request head; a head may have 128 KiB.
#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

// The layers, from top to bottom. A module imports only from modules below it, by their paths:
// sandbox; server; control; setup; page; api_request; shared; methods; records; responses; sample; log; auth; wire; faults;
// rules; state; catalog, errors; level, sandbox_error, clock, csv_text, hosts, json, pem.

mod api_request;
mod auth;
mod catalog;
mod clock;
mod control;
mod csv_text;
mod errors;
mod faults;
mod hosts;
mod json;
mod level;
mod log;
mod methods;
mod page;
mod pem;
mod records;
mod responses;
mod rules;
mod sample;
mod sandbox;
mod sandbox_error;
mod server;
mod setup;
mod shared;
mod state;
mod wire;

#[doc = include_str!("../docs/testing.md")]
pub mod testing {}

pub use clock::Clock;
pub use faults::Faults;
pub use faults::fault::Fault;
pub use faults::rule::FaultRule;
pub use level::Level;
pub use log::ReceivedRequest;
pub use responses::Responses;
pub use responses::rule::ResponseRule;
pub use rules::ActiveRule;
pub use sandbox::Sandbox;
pub use sandbox::builder::SandboxBuilder;
pub use sandbox_error::SandboxError;
pub use setup::added_account::AddedAccount;
pub use setup::new_account::NewAccount;
