//! What a visitor loads, in bytes.
//!
//! In: `dist/` and the budget. Out: a table, and a failure when a bound is broken.

use crate::failure::{Failure, Named, Result};
use crate::project::Project;
use std::io::Write;
use std::path::Path;

/// Where a build leaves the styles that it has put into the script.
pub(crate) const STYLES: &str = "target/xtask/styles.css";

/// Bytes of one file: as it lies, after gzip -9, after brotli (quality 11, window 24).
#[derive(Debug, Clone, Copy, Default)]
struct Bytes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the table; fails over budget.
pub(crate) fn run(project: &Project) -> Result<()> {
    println!("{}", report(project)?);
    Ok(())
}

/// The table, or what is over budget.
pub(crate) fn report(project: &Project) -> Result<String> {
    let budget = &project.manifest.budget;
    let mut table = format!("{:<34} {:>9} {:>9} {:>9}  bound\n", "file", "raw", "gzip", "brotli");
    let mut over = Vec::new();
    let mut total = Bytes::default();
    for name in &budget.loads {
        let bytes = measure(&project.path(&project.manifest.widget.dist).join(name))?;
        total = total.plus(bytes);
        let bound = match Path::new(name).extension().and_then(|kind| kind.to_str()) {
            Some("wasm") => Some(budget.wasm),
            Some("js") => Some(budget.script),
            _ => None,
        };
        row(&mut table, &mut over, name, bytes, bound);
    }
    row(&mut table, &mut over, "all that a visitor loads", total, Some(budget.total));
    inside(project, &mut table, &mut over)?;
    for name in &budget.later {
        let bytes = measure(&project.path(&project.manifest.widget.dist).join(name))?;
        row(&mut table, &mut over, &format!("later: {name}"), bytes, None);
    }
    languages(project, &mut table, total)?;
    if total.brotli > budget.aim {
        let beyond = total.brotli - budget.aim;
        table.push_str(&format!("note: {beyond} bytes above the aim of {}\n", budget.aim));
    }
    if over.is_empty() {
        return Ok(table);
    }
    let remedy = "make it smaller, or argue for another bound in wasm-pack.toml";
    Err(Failure::new(format!("{table}{}", over.join("\n")), remedy))
}

/// What travels inside those files, measured on its own (so it does not add up exactly).
fn inside(project: &Project, table: &mut String, over: &mut Vec<String>) -> Result<()> {
    let data = &project.manifest.data;
    let styles = project.manifest.budget.styles;
    for (file, bound) in [(STYLES, Some(styles)), (&data.dataset, None), (&data.basemap, None)] {
        if project.path(file).is_file() {
            let name = format!("  of it {}", file.rsplit('/').next().unwrap_or(file));
            row(table, over, &name, measure(&project.path(file))?, bound);
        }
    }
    Ok(())
}

/// What a page in another language loads besides, and what all of it comes to.
fn languages(project: &Project, table: &mut String, total: Bytes) -> Result<()> {
    let folder = project.path(&project.manifest.widget.dist).join("lang");
    for language in &project.manifest.budget.languages {
        let mut all = total;
        for name in [format!("{language}.txt"), format!("bundled.{language}.mkd")] {
            let bytes = measure(&folder.join(&name))?;
            all = all.plus(bytes);
            row(table, &mut Vec::new(), &format!("later: lang/{name}"), bytes, None);
        }
        row(table, &mut Vec::new(), &format!("all of a page in {language}"), all, None);
    }
    Ok(())
}

fn row(table: &mut String, over: &mut Vec<String>, name: &str, bytes: Bytes, bound: Option<usize>) {
    let Bytes { raw, gzip, brotli } = bytes;
    let limit = bound.map(|bound| bound.to_string()).unwrap_or_default();
    table.push_str(&format!("{name:<34} {raw:>9} {gzip:>9} {brotli:>9}  {limit}\n"));
    if let Some(bound) = bound.filter(|bound| brotli > *bound) {
        over.push(format!("{}: {brotli} bytes, {bound} allowed", name.trim()));
    }
}

fn measure(file: &Path) -> Result<Bytes> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let content = std::fs::read(file)
        .map_err(|error| Failure::new(format!("dist/{name}: {error}"), "cargo xtask build"))?;
    let gzip = gzip(&content).named(&name)?;
    Ok(Bytes { raw: content.len(), gzip, brotli: brotli(&content).named(&name)? })
}

/// The length after gzip -9.
pub(crate) fn gzip(content: &[u8]) -> std::io::Result<usize> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(content)?;
    packer.finish().map(|packed| packed.len())
}

/// The length after brotli, quality 11, window 24.
pub(crate) fn brotli(content: &[u8]) -> std::io::Result<usize> {
    let mut packed = Vec::new();
    let mut packer = brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 24);
    packer.write_all(content)?;
    packer.flush()?;
    drop(packer);
    Ok(packed.len())
}

impl Bytes {
    fn plus(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bytes, brotli, gzip, row};

    #[test]
    fn packing_packs() {
        let content = "partner city ".repeat(100);
        assert!(gzip(content.as_bytes()).unwrap() < 100);
        assert!(brotli(content.as_bytes()).unwrap() < 50);
    }

    #[test]
    fn over_the_bound_is_told_and_the_bound_itself_is_allowed() {
        let (mut table, mut over) = (String::new(), Vec::new());
        let bytes = Bytes { raw: 9, gzip: 8, brotli: 7 };
        row(&mut table, &mut over, "a.js", bytes, Some(7));
        assert!(over.is_empty());
        row(&mut table, &mut over, "a.js", bytes, Some(6));
        assert_eq!(over, ["a.js: 7 bytes, 6 allowed"]);
    }
}
