//! Random texts in the API's shapes.

/// A random UUID (version 4): the form of API keys and key ids.
pub(crate) fn uuid() -> String {
    let bits = rand::random::<u128>() & !(0xF000 << 64 | 0xC000 << 48) | 0x4000 << 64 | 0x8000 << 48;
    let hex = format!("{bits:032x}");
    format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

/// A random password that keeps the API's rules.
pub(crate) fn password() -> String {
    format!("Aa1!{:016x}", rand::random::<u64>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uuids_have_the_form_of_version_4() {
        for _ in 0..100 {
            let text = uuid();
            assert_eq!(text.len(), 36);
            assert_eq!(&text[14..15], "4");
            assert!(matches!(&text[19..20], "8" | "9" | "a" | "b"), "{text}");
        }
        assert_ne!(uuid(), uuid());
    }
}
