//! Steps that run side by side where they can.
//!
//! In: named steps with what they wait for. Out: a verdict for each, told as it comes, and a
//! summary.

use crate::failure::{Failure, Result};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How a step ended well: with a note, or not run for a reason.
#[derive(Debug, Clone)]
pub(crate) enum Done {
    /// It holds; the note may be empty.
    Passed(String),
    /// It could not be tried here, and that is allowed here.
    Skipped(String),
}

type Work<'a> = Box<dyn Fn() -> Result<Done> + Send + Sync + 'a>;

/// One step.
pub(crate) struct Step<'a> {
    name: &'static str,
    /// Steps that must have ended.
    after: &'static [&'static str],
    /// Steps that must have passed.
    needs: &'static [&'static str],
    work: Work<'a>,
}

impl<'a> Step<'a> {
    /// A step that can start at once.
    pub(crate) fn new(
        name: &'static str,
        work: impl Fn() -> Result<Done> + Send + Sync + 'a,
    ) -> Self {
        Self { name, after: &[], needs: &[], work: Box::new(work) }
    }

    /// Starts when these have ended, however.
    pub(crate) fn after(self, after: &'static [&'static str]) -> Self {
        Self { after, ..self }
    }

    /// Starts when these have passed; fails when one has not.
    pub(crate) fn needs(self, needs: &'static [&'static str]) -> Self {
        Self { needs, ..self }
    }
}

enum Verdict {
    Passed,
    Skipped(String),
    Failed,
}

/// Verdicts so far, and a bell for those who wait for one.
#[derive(Default)]
struct Board {
    verdicts: Mutex<Vec<(&'static str, Verdict)>>,
    bell: Condvar,
}

impl Board {
    fn lock(&self) -> MutexGuard<'_, Vec<(&'static str, Verdict)>> {
        self.verdicts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits; gives the first needed step that did not pass.
    fn wait(&self, step: &Step<'_>) -> Option<&'static str> {
        let mut verdicts = self.lock();
        let mut awaited = step.after.iter().chain(step.needs);
        while !awaited.clone().all(|name| verdicts.iter().any(|(done, _)| done == name)) {
            verdicts = self.bell.wait(verdicts).unwrap_or_else(PoisonError::into_inner);
        }
        awaited
            .find(|name| {
                let bad = |(done, verdict): &(&str, Verdict)| {
                    done == *name && !matches!(verdict, Verdict::Passed)
                };
                step.needs.contains(name) && verdicts.iter().any(bad)
            })
            .copied()
    }

    fn put(&self, name: &'static str, verdict: Verdict) {
        self.lock().push((name, verdict));
        self.bell.notify_all();
    }
}

/// Runs all steps; prints each with its duration, a summary, and `N passed, N failed` at the end.
pub(crate) fn run(steps: &[Step<'_>]) -> Result<()> {
    let board = Board::default();
    let start = Instant::now();
    std::thread::scope(|scope| {
        for step in steps {
            scope.spawn(|| {
                let verdict = attempt(step, board.wait(step));
                board.put(step.name, verdict);
            });
        }
    });
    summary(&board.lock(), start.elapsed())
}

/// Runs one step, unless what it needs did not pass.
fn attempt(step: &Step<'_>, obstacle: Option<&str>) -> Verdict {
    if let Some(needed) = obstacle {
        println!("FAIL   {:<16} not run: `{needed}` did not pass", step.name);
        return Verdict::Failed;
    }
    println!("start  {}", step.name);
    let start = Instant::now();
    let result = (step.work)();
    let line = format!("{:<16} {:>7}", step.name, seconds(start.elapsed()));
    match result {
        Ok(Done::Passed(note)) => {
            println!("ok     {line}  {note}");
            Verdict::Passed
        }
        Ok(Done::Skipped(reason)) => {
            println!("SKIP   {line}  {reason}");
            Verdict::Skipped(reason)
        }
        Err(failure) => {
            println!("FAIL   {line}\n{failure}\n");
            Verdict::Failed
        }
    }
}

fn summary(verdicts: &[(&'static str, Verdict)], time: Duration) -> Result<()> {
    let mut passed = 0;
    let mut failed = Vec::new();
    println!();
    for (name, verdict) in verdicts {
        match verdict {
            Verdict::Passed => passed += 1,
            Verdict::Skipped(reason) => println!("SKIPPED: {name}: {reason}"),
            Verdict::Failed => failed.push(*name),
        }
    }
    for name in &failed {
        println!("FAILED: {name}");
    }
    println!("{} steps in {}", verdicts.len(), seconds(time));
    println!("{passed} passed, {} failed", failed.len());
    if failed.is_empty() { Ok(()) } else { Err(Failure::told()) }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::{Done, Step, run};
    use crate::failure::Failure;
    use std::sync::Mutex;

    fn fine() -> Result<Done, Failure> {
        Ok(Done::Passed(String::new()))
    }

    #[test]
    fn a_step_waits_for_those_it_names() {
        let order = Mutex::new(Vec::new());
        let note = |name: &'static str| {
            order.lock().unwrap().push(name);
            fine()
        };
        let steps = [
            Step::new("last", || note("last")).needs(&["second"]),
            Step::new("second", || note("second")).after(&["first"]),
            Step::new("first", || note("first")),
        ];
        run(&steps).unwrap();
        assert_eq!(*order.lock().unwrap(), ["first", "second", "last"]);
    }

    #[test]
    fn what_needs_a_failed_step_is_not_run_and_what_only_follows_it_is() {
        let ran = Mutex::new(Vec::new());
        let note = |name: &'static str| {
            ran.lock().unwrap().push(name);
            fine()
        };
        let steps = [
            Step::new("bad", || Err(Failure::plain("no"))),
            Step::new("needs", || note("needs")).needs(&["bad"]),
            Step::new("after", || note("after")).after(&["bad"]),
        ];
        run(&steps).unwrap_err();
        assert_eq!(*ran.lock().unwrap(), ["after"]);
    }

    #[test]
    fn a_skipped_step_is_no_failure_but_nothing_can_build_on_it() {
        let skip = || Step::new("skip", || Ok(Done::Skipped(String::from("not here"))));
        run(&[skip()]).unwrap();
        run(&[skip(), Step::new("next", fine).needs(&["skip"])]).unwrap_err();
    }
}
