//! The parts in which a text is sent.

/// The characters of the alphabet GSM-7, except for letters, digits and the space.
const GSM_7: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà";
/// Its characters that take the space of two.
const GSM_7_EXTENSION: &str = "^{}\\[~]|€\u{c}";
/// The length of a part with the alphabet GSM-7.
const GSM_7_LENGTH: usize = 160;
/// The length of a part with other characters, in units of UTF-16.
const UTF_16_LENGTH: usize = 70;

/// The number of parts.
pub(super) fn fragments(text: &str) -> u64 {
    let parts = match text.chars().map(gsm_7_length).sum::<Option<usize>>() {
        Some(length) => length.div_ceil(GSM_7_LENGTH),
        None => text.encode_utf16().count().div_ceil(UTF_16_LENGTH),
    };
    u64::try_from(parts).unwrap_or(u64::MAX)
}

/// The space that a character takes in the alphabet GSM-7, if it has the character.
fn gsm_7_length(character: char) -> Option<usize> {
    if character.is_ascii_alphanumeric() || character == ' ' || GSM_7.contains(character) {
        Some(1)
    } else if GSM_7_EXTENSION.contains(character) {
        Some(2)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alphabet_decides_the_length_of_a_part() {
        let cases = [
            ("a".repeat(160), 1),
            ("a".repeat(161), 2),
            ("€".repeat(80), 1),
            ("€".repeat(81), 2),
            ("ж".repeat(70), 1),
            ("ж".repeat(71), 2),
            // Two units of UTF-16 each.
            ("😀".repeat(35), 1),
            ("😀".repeat(36), 2),
            ("`".repeat(71), 2),
            ("é@\n".repeat(53), 1),
        ];
        for (text, parts) in cases {
            assert_eq!(fragments(&text), parts, "{text}");
        }
    }
}
