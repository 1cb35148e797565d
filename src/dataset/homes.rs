//! One government's part of a dataset that holds several.
//!
//! In: a [`Dataset`] and the ids of homes. Out: the same with their records alone.

use super::{Brief, Dataset, Ids, Problem, Severity};

impl Dataset {
    /// Keeps the records of `homes`, ids parted by blanks; all if there are none. Where none of them
    /// has a record nothing is taken away, and the problem says which homes there are.
    #[inline(never)] // It travels in a later module.
    pub fn keep_homes(&mut self, homes: &str) -> Option<Problem> {
        let asked = |home: &str| homes.split_ascii_whitespace().any(|id| id == home);
        if homes.is_empty() {
            return None;
        }
        let (ids, mut brief, mut kept) = (Ids::of(self), Brief::default(), Vec::new());
        let mut expected = "the id of a home in the dataset:".to_owned();
        let mut last = "";
        for number in 0..self.records.len() {
            self.records.brief(number, &ids, &mut brief);
            let home = brief.home.and_then(|home| self.places.get(home as usize));
            let home = home.map_or("", |home| &home.id);
            kept.push(asked(home));
            if home != last {
                expected.push(' ');
                expected.push_str(home);
            }
            last = home;
        }
        if kept.contains(&true) {
            self.records.retain(&mut |number| kept.get(number) == Some(&true));
            return None;
        }
        let (severity, path) = (Severity::Warning, "home".to_owned());
        Some(Problem { severity, path, found: homes.to_owned(), expected })
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    const BUNDLED: &[u8] = include_bytes!("../../www/data/bekasi-bandung.json");

    /// The ids of the records that are left, and the problem.
    fn kept(homes: &str) -> (Vec<String>, Option<Problem>) {
        let (mut dataset, _) = parse(BUNDLED).expect("the bundled dataset is read");
        let problem = dataset.keep_homes(homes);
        (dataset.records.iter().map(|record| record.id.clone()).collect(), problem)
    }

    #[test]
    fn only_the_records_of_the_homes_are_left() {
        assert_eq!(kept("kota-bandung").0, ["bandung-hamamatsu"]);
        let two = kept(" kota-bandung  kabupaten-bekasi ");
        assert_eq!((two.0.len(), two.1), (2, None));
        assert_eq!(kept("").0.len(), 5);
    }

    #[test]
    fn a_home_that_is_not_there_takes_nothing_away() {
        let (records, problem) = kept("kota-bekas");
        assert_eq!(records.len(), 5);
        let problem = problem.expect("it is told");
        assert_eq!(problem.found, "kota-bekas");
        assert!(problem.expected.contains("kota-bekasi"), "{}", problem.expected);
    }
}
