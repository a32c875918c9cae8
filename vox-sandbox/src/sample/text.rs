//! Texts, by the names of their fields.

use super::file;
use super::hash::Hash;

/// Words of names, separated by underscores, and the text of fields with such a name. The first that fits counts.
const FIXED: &[(&str, &str)] = &[
    ("timezone", "Etc/GMT"),
    ("currency", "USD"),
    ("country_code", "US"),
    ("language_code", "en"),
    ("country_name", "United States"),
    ("zip", "10001"),
    ("city", "New York"),
    ("street", "Broadway"),
    ("first_name", "Ann"),
    ("last_name", "Smith"),
    ("company", "Example Inc."),
    ("pattern", ".*"),
    ("scenario_script", "VoxEngine.addEventListener(AppEvents.CallAlerting, (e) => e.call.answer());"),
    ("network", "192.0.2.0/24"),
    ("proxy", "sip.example.com"),
    ("interval", "0000-00-00 01:00:00"),
];

/// A text of a field.
pub(super) fn of_field(name: &str, hash: Hash, base_url: &str) -> String {
    let lower = name.to_ascii_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if has(&["email"]) {
        return format!("user{}@example.com", 1 + hash.below(999));
    }
    if has(&["url"]) {
        return file::url(&lower, hash, base_url);
    }
    let has_word = |words: &str| format!("_{lower}_").contains(&format!("_{words}_"));
    if let Some((_, text)) = FIXED.iter().find(|(words, _)| has_word(words)) {
        return (*text).to_owned();
    }
    if lower.ends_with("ip") || has(&["address", "_entries"]) && !has(&["billing", "regulation"]) {
        return format!("192.0.2.{}", 1 + hash.below(254));
    }
    if has(&["phone", "number", "callerid", "sender", "destination"]) && !has(&["name", "type"]) {
        return format!("7999{:07}", hash.below(10_000_000));
    }
    if has(&["uuid", "hash", "key_id"]) {
        return hash.uuid();
    }
    if lower.ends_with("_id") || lower == "id" {
        return (1 + hash.below(99_999)).to_string();
    }
    if has(&["amount", "price", "cost", "balance"]) {
        return format!("{}.{:02}", 1 + hash.below(500), hash.below(100));
    }
    if lower == "name" || lower.ends_with("_name") {
        let stem = lower.strip_suffix("_name").unwrap_or("name").replace('_', "-");
        return format!("{stem}-{}", 1 + hash.below(999));
    }
    format!("Sample {}", lower.replace('_', " "))
}

/// A text that is a secret.
pub(super) fn secret(name: &str, hash: Hash) -> String {
    let secret = format!("1!sample-secret-S{}", hash.hex());
    if name.contains("url") { format!("https://example.com/{secret}") } else { secret }
}
