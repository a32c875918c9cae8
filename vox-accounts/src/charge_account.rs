//! `ChargeAccount`: pays for phone numbers that are not charged automatically.
//!
//! Roles: Owner, Admin, Accountant. Source: the method `ChargeAccount` of the API's section Accounts.

use vox_core::{Decimal, IdList, TextList, VoxChoice, VoxMethod, VoxRecord};

use crate::ShortAccountInfo;

/// Pays for phone numbers that are not charged automatically (`auto_charge=false`), and so unfreezes them.
///
/// Spends money each time it is called. The vendor's newer documentation and most of its SDKs no longer have it.
///
/// ```
/// # use vox_accounts::prelude::*;
/// let request = ChargeAccount { phone: Phones::Number("79993330011".into()) };
/// assert_eq!(request.to_form().as_bytes(), b"phone_number=79993330011");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "ChargeAccount",
    roles = [Owner, Admin, Accountant],
    response = ChargeAccountResponse,
    kind = write,
    money = true,
    ack = none,
)]
pub struct ChargeAccount {
    /// The phone numbers that are paid for.
    #[param(one_of)]
    pub phone: Phones,
}

/// Phone numbers that the account rents.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "phone")]
pub enum Phones {
    /// By ids, or all.
    Id(IdList),
    /// By the numbers themselves, or all.
    Number(TextList),
}

/// The response of [`ChargeAccount`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ChargeAccountResponse {
    /// The payment.
    pub result: Option<ChargeAccountResult>,
    /// The account afterwards. Not all of the vendor's sources have it.
    pub account_info: Option<ShortAccountInfo>,
}

/// A payment for phone numbers.
///
/// Source: the structure `ChargeAccountResult`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ChargeAccountResult {
    /// The money that was taken, in the account's currency.
    pub charged_amount: Option<Decimal>,
    /// The phone numbers of the request.
    pub phones: Vec<ChargedPhone>,
}

/// A phone number that was to be paid for.
///
/// Source: the structure `ChargedPhoneType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ChargedPhone {
    /// The phone number's id.
    pub phone_id: u64,
    /// The phone number.
    pub phone_number: Option<String>,
    /// Whether it is frozen.
    pub deactivated: Option<bool>,
    /// Whether it was paid for.
    pub is_charged: Option<bool>,
}

#[cfg(test)]
mod tests {
    use super::{ChargeAccount, Phones};
    use vox_core::{Decimal, IdList, MethodExt, TextList};

    fn form(phone: Phones) -> String {
        String::from_utf8(ChargeAccount { phone }.to_form().into()).unwrap()
    }

    #[test]
    fn the_vendors_example_encodes() {
        assert_eq!(form(Phones::Number("79993330011".into())), "phone_number=79993330011");
    }

    #[test]
    fn the_other_alternatives_encode() {
        assert_eq!(form(Phones::Id([1, 2].into())), "phone_id=1%3B2");
        assert_eq!(form(Phones::Id(IdList::All)), "phone_id=all");
        assert_eq!(form(Phones::Number(TextList::All)), "phone_number=all");
    }

    #[test]
    fn the_response_decodes() {
        let json = r#"{"result": {"charged_amount": 1.18, "phones": [{"phone_id": 1, "phone_number": "79993330011",
            "deactivated": false, "is_charged": true}]}, "account_info": {"account_id": 7, "balance": -0.5}}"#;
        let response = ChargeAccount::from_http(http::Response::new(json)).unwrap();
        let charged = response.result.unwrap();
        assert_eq!(charged.charged_amount, Some(Decimal::new(118, 2)));
        assert_eq!((charged.phones[0].phone_id, charged.phones[0].is_charged), (1, Some(true)));
        assert_eq!(response.account_info.unwrap().balance, Some(Decimal::new(-5, 1)));
    }
}
