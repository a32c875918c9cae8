
    impl garde::rules::length::HasChars for Secret {
        fn num_chars(&self) -> usize {
            self.0.chars().count()
        }
    }

    impl garde::rules::length::HasSimpleLength for IdList {
        fn length(&self) -> usize {
            self.0.len()
        }
    }
