//! The phone numbers on offer: those of the catalog that no account rents.

use std::collections::HashSet;

use crate::catalog::phone_regions::PhoneRegion;
use crate::state::accounts::Accounts;

/// The phone numbers that accounts rent.
pub(super) fn rented(accounts: &Accounts) -> HashSet<&str> {
    accounts.iter().flat_map(|account| &account.phones).map(|phone| phone.number.as_str()).collect()
}

/// The phone numbers on offer in a region, with their ids.
pub(super) fn on_offer(region: &PhoneRegion, rented: &HashSet<&str>) -> Vec<(u64, String)> {
    region.numbers().filter(|(_, number)| !rented.contains(number.as_str())).collect()
}

/// How many phone numbers are on offer in a region.
pub(super) fn count(region: &PhoneRegion, rented: &HashSet<&str>) -> u64 {
    u64::try_from(on_offer(region, rented).len()).unwrap_or(u64::MAX)
}
