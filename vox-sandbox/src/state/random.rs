//! Random keys and passwords in the API's formats.

/// A source of random numbers (`SplitMix64`), which are the same for the same seed in every version.
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Default for Random {
    /// A seed from the system.
    fn default() -> Self {
        let mut seed = [0; 8];
        // Without random numbers from the system a sandbox still works, with the same keys each time.
        let _ = aws_lc_rs::rand::fill(&mut seed);
        Self(u64::from_le_bytes(seed))
    }
}

impl Random {
    pub(crate) fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// True with this probability, from 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "numbers of 53 bits are exact")]
    pub(crate) fn chance(&mut self, probability: f64) -> bool {
        const NUMBERS: u64 = 1 << 53;
        ((self.next() % NUMBERS) as f64) < probability * NUMBERS as f64
    }

    /// A random UUID (version 4), the format of API keys and key ids.
    pub(crate) fn uuid(&mut self) -> String {
        let bits = (u128::from(self.next()) << 64) | u128::from(self.next());
        let bits = bits & !(0xF000 << 64 | 0xC000 << 48) | 0x4000 << 64 | 0x8000 << 48;
        let hex = format!("{bits:032x}");
        format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
    }

    /// A random password that keeps the API's rules.
    pub(crate) fn password(&mut self) -> String {
        format!("Aa1!{:016x}", self.next())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uuids_have_the_format_of_version_4() {
        let mut random = Random::default();
        for _ in 0..100 {
            let text = random.uuid();
            assert_eq!(text.len(), 36);
            assert_eq!(&text[14..15], "4");
            assert!(matches!(&text[19..20], "8" | "9" | "a" | "b"), "{text}");
        }
        assert_ne!(random.uuid(), random.uuid());
        assert_ne!(Random::default().uuid(), Random::default().uuid());
    }

    #[test]
    fn a_seed_gives_the_same_keys_in_every_version() {
        assert_eq!(Random::seeded(7).uuid(), "63cbe1e4-5932-4dd7-844c-3cd7f43c661c");
        assert_eq!(Random::seeded(7).password(), Random::seeded(7).password());
        assert_ne!(Random::seeded(7).password(), Random::seeded(8).password());
    }
}
