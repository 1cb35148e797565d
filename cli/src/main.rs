//! `mitra`: what an officer and a web team run.

fn main() {}
