//! Is a list of packages what CycloneDX says such a list is?
//!
//! In: the list, and the schemas, which an npm package carries. Out: nothing, or what is wrong and where.

use crate::failure::{Failure, Named, Result};
use crate::project::Project;
use jsonschema::Registry;
use serde_json::Value;
use std::fs;

const SCHEMAS: &str = "node_modules/@cyclonedx/cyclonedx-library/res/schema";
/// What the schemas refer to each other by.
const ADDRESS: &str = "http://cyclonedx.org/schema";
/// How many faults are told.
const TOLD: usize = 10;

/// Holds a list against the schema of CycloneDX 1.5.
pub(crate) fn check(project: &Project, list: &Value) -> Result<()> {
    let mut registry = Registry::new();
    for part in ["spdx", "jsf-0.82"] {
        let address = format!("{ADDRESS}/{part}.SNAPSHOT.schema.json");
        registry = registry.add(address, schema(project, part)?).named(part)?;
    }
    let registry = registry.prepare().named(SCHEMAS)?;
    let whole = schema(project, "bom-1.5")?;
    let validator = jsonschema::options().with_registry(&registry).build(&whole).named(SCHEMAS)?;
    let wrong =
        validator.iter_errors(list).map(|fault| format!("{}: {fault}", fault.instance_path()));
    let wrong: Vec<_> = wrong.take(TOLD).collect();
    if wrong.is_empty() {
        return Ok(());
    }
    let found = format!("the list of packages is no CycloneDX 1.5:\n{}", wrong.join("\n"));
    Err(Failure::new(found, "see https://cyclonedx.org/docs/1.5/json/, and mend xtask/src/sbom.rs"))
}

fn schema(project: &Project, name: &str) -> Result<Value> {
    let path = project.path(&format!("{SCHEMAS}/{name}.SNAPSHOT.schema.json"));
    let text = fs::read_to_string(&path).named(path.display())?;
    serde_json::from_str(&text).named(path.display())
}
