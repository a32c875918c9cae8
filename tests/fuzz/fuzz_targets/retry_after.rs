#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| (vox_tests::targets::target("retry_after").run)(input));
