#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| (vox_tests::targets::target("multipart").run)(input));
