//! Masks of phone numbers.

/// Whether a text matches a mask, in which `*` is any text.
pub(super) fn matches(mask: &str, text: &str) -> bool {
    let Some((first, rest)) = mask.split_once('*') else { return mask == text };
    let Some(mut text) = text.strip_prefix(first) else { return false };
    let (middle, last) = rest.rsplit_once('*').unwrap_or(("", rest));
    // The earliest place of each part leaves the most text for the next.
    for part in middle.split('*') {
        let Some(index) = text.find(part) else { return false };
        text = &text[index + part.len()..];
    }
    text.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_is_any_text() {
        for mask in [
            "12125550777",
            "*",
            "**",
            "*777",
            "1212*",
            "1212*777",
            "*555*",
            "1*2*7",
            "12125550777*",
            "*1*2*1*",
        ] {
            assert!(matches(mask, "12125550777"), "{mask}");
        }
        for mask in
            ["", "1212555077", "777", "777*", "*1212", "*778", "12125550777*7", "*7*7*7*7*", "*555*1*", "??*"]
        {
            assert!(!matches(mask, "12125550777"), "{mask}");
        }
    }
}
