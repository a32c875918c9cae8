//! Routing rules: the rules that decide which scenarios of an application handle a phone call.
//!
#![doc = include_str!("../../docs/routing_rules.md")]
//!
//! For a phone call, the rules of the application are checked in their order. The first one whose pattern matches the called
//! phone number or user name runs its scenarios. [`AddRule`] adds a rule together with its scenarios, [`ReorderRules`] changes
//! the order:
//!
//! ```no_run
//! use vox_api::prelude::*;
//! use vox_api::routing_rules::{AddRule, GetRules, ReorderRules};
//! use vox_api::types::{Application, Scenarios};
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! let ivr = Application::Name("ivr".into());
//! let mut order = Vec::new();
//! let mut rules = GetRules::builder().application(ivr.clone()).build().items(client);
//! while let Some(rule) = rules.next().await {
//!     order.extend(rule?.rule_id);
//! }
//!
//! let request = AddRule::builder()
//!     .rule_name("moscow")
//!     .rule_pattern("749[59].+")
//!     .application(ivr)
//!     .scenario(Scenarios::Name(vec!["greeting".into(), "menu".into()]));
//! let added = request.send(client).await?;
//!
//! // The new rule comes first.
//! order.insert(0, added.rule_id);
//! ReorderRules::builder().rule_id(order).send(client).await?;
//! # Ok(())
//! # }
//! ```
//!
//! `BindScenario` of the section Scenarios changes the scenarios of a rule.

vox_core::methods! {
    add_rule { AddRule, AddRuleResponse }
    del_rule { DelRule }
    set_rule_info { SetRuleInfo }
    get_rules { GetRules, GetRulesResponse, RuleInfo }
    reorder_rules { ReorderRules }
}
