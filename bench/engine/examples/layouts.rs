//! Layouts side by side without a browser: mean milliseconds of a step at a million records.
//!
//! `cargo run --profile native -p mitra-kota-bench --example layouts`
#![allow(clippy::print_stdout, reason = "a command line program speaks on standard output")]

use mitra_kota_bench::{SIZES, columns, make, steps};
use std::time::{Duration, Instant};

const RECORDS: usize = 1_000_000;

fn main() {
    let (columns, steps) = (columns(RECORDS), steps(200));
    for name in ["product", "both", "bitmaps", "pass"] {
        let Some(mut layout) = make(name, RECORDS) else { continue };
        for (values, codes) in SIZES.into_iter().zip(&columns) {
            layout.facet(values, codes.clone());
        }
        let (mut best, mut matches) = (Duration::MAX, 0);
        for _ in 0..5 {
            for at in 0..SIZES.len() {
                layout.choose(at, &[]);
            }
            layout.count(50);
            matches = 0;
            let begun = Instant::now();
            for (at, values) in &steps {
                layout.choose(*at, values);
                matches += layout.count(50)[0];
            }
            best = best.min(begun.elapsed());
        }
        let mean = best.as_secs_f64() * 1000.0 / steps.len() as f64;
        println!("{name:8} {mean:6.2} ms a step, {matches} matches");
    }
}
