//! One fuzzer for all targets: `FUZZ_TARGET` names the one that gets the bytes.
#![no_main]

#[path = "../../tests/fuzz/targets.rs"]
mod targets;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use targets::{TARGETS, Target};

static TARGET: LazyLock<Target> = LazyLock::new(|| {
    let wanted = std::env::var("FUZZ_TARGET").unwrap_or_default();
    let found = TARGETS.into_iter().find(|(name, _)| *name == wanted);
    found.unwrap_or_else(|| panic!("FUZZ_TARGET is `{wanted}`, not one of the targets"))
});

fuzz_target!(|bytes: &[u8]| (TARGET.1)(bytes));
