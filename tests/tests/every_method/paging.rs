//! Every list is read page by page.

use std::collections::BTreeSet;

use vox_core::Paged;
use vox_core::server::ServerMethod;
use vox_sandbox::Sandbox;
use vox_tests::requests::{has_pages, minimal};

/// Reads all of a list in pages of two items. Each sample of a list has three.
async fn read_in_pages<M: Paged + ServerMethod + Clone>(sandbox: &Sandbox) -> &'static str {
    let name = M::META.name;
    let method = vox_api::methods().find(|method| method.name == name).unwrap();
    let mut form = minimal(method);
    form.push("count", "2");
    let request = M::decode(&form).unwrap();
    let client = sandbox.client().unwrap();
    let mut items = request.items(&client);
    let mut count = 0;
    while let Some(item) = items.next().await {
        item.unwrap_or_else(|error| panic!("{name}: {error}"));
        count += 1;
    }
    assert_eq!(count, 3, "{name}");
    let offsets: Vec<Option<String>> = sandbox
        .requests()
        .iter()
        .filter(|request| request.method == name)
        .map(|request| request.params.iter().find(|(name, _)| name == "offset").map(|(_, text)| text.clone()))
        .collect();
    assert_eq!(offsets[..2], [None, Some("2".to_owned())], "{name}");
    name
}

macro_rules! read_each {
    ($sandbox:ident: $($section:ident { $($method:ident),* $(,)? })*) => {
        [$($(read_in_pages::<vox_api::$section::$method>(&$sandbox).await),*),*]
    };
}

#[tokio::test]
async fn every_list_is_read_page_by_page() {
    let names = || vox_api::methods().map(|method| method.name);
    let sandbox = Sandbox::builder().samples(names()).start().await.unwrap();
    let read = read_each! { sandbox:
        accounts { GetChildrenAccounts, GetSubscriptionPrice }
        applications { GetApplications }
        authorized_ips { GetAuthorizedAccountIps }
        call_lists { GetCallListDetails, GetCallLists }
        caller_ids { GetCallerIds }
        history { GetAcdHistory, GetAuditLog, GetCallHistory, GetHistoryReports, GetTransactionHistory }
        invoices { GetAccountInvoices }
        key_value_storage { GetKeyValueItems, GetKeyValueKeys }
        phone_numbers { GetNewPhoneNumbers, GetPhoneNumberReports, GetPhoneNumbers }
        pstn_blacklist { GetPstnBlackList }
        queues { GetQueues }
        role_system { GetKeys, GetSubUsers }
        routing_rules { GetRules }
        scenarios { GetScenarios }
        secrets { GetSecrets }
        sip_registration { GetSipRegistrations }
        sip_white_list { GetSipWhiteList }
        skills { GetSkills }
        smart_queue { SqGetAgents, SqGetQueues, SqGetSkills }
        sms { A2pGetSmsHistory, GetSmsHistory }
        users { GetUsers }
    };
    let expected = vox_api::methods().filter(|method| has_pages(method)).map(|method| method.name);
    assert_eq!(BTreeSet::from(read), expected.collect());
}
