//! Numbers, by the names of their fields.

use super::hash::Hash;

/// A whole number.
pub(super) fn whole(name: &str, hash: Hash) -> u64 {
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["phone", "number", "callerid"]) && !has(&["count", "numbers"]) {
        79_990_000_000 + hash.below(10_000_000)
    } else if has(&["error"]) {
        0
    } else if has(&["code"]) {
        200
    } else if name.starts_with("hour") {
        hash.below(24)
    } else if has(&["duration", "time", "seconds"]) {
        1 + hash.below(600)
    } else if has(&["priority", "level"]) {
        1 + hash.below(5)
    } else if has(&["count", "attempts", "operators"]) {
        1 + hash.below(9)
    } else {
        1 + hash.below(100)
    }
}

/// A number with two decimal places.
pub(super) fn decimal(name: &str, hash: Hash) -> f64 {
    let hundredths = if ["rate", "percent", "avg"].iter().any(|word| name.contains(word)) {
        hash.below(10_000)
    } else {
        1 + hash.below(50_000)
    };
    #[expect(clippy::cast_precision_loss, reason = "less than 2^52")]
    let number = hundredths as f64;
    number / 100.0
}

/// The first id of the records with this name for their ids.
pub(super) fn first_id(name: &str, hash: Hash) -> u64 {
    (10 + hash.with(name).below(9_000)) * 100 + 1
}
