//! How a sought word meets a word that is there, letter by letter.
//!
//! In: a sought word, then the letters of another one after the other, both folded. Out, after each
//! letter: how many typos part what came so far from what is sought. A typo is a letter too many, too
//! few or wrong, or two neighbours swapped; no letter is part of two typos.

/// How well a word was met, from worst to best.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fit {
    /// With two typos, wholly or as its beginning.
    Typos,
    /// With one typo, wholly or as its beginning.
    Typo,
    /// As its beginning, or within it where writing has no spaces.
    Prefix,
    /// Wholly.
    Exact,
}

/// The letters of a word that count: of a long one the first, so that no word of a dataset or an
/// address makes a search deep.
pub(super) fn beginning(word: &str) -> impl Iterator<Item = char> {
    word.chars().take(40)
}

/// More typos than any word may have.
pub(super) const NEVER: u8 = u8::MAX;

/// A sought word on its way along others. Words that begin with the same letters share what was
/// found out for them: [`enter`](Self::enter) may go back to any letter entered before.
pub(super) struct Way {
    letters: Vec<char>,
    typos: u8,
    /// For each letter entered, and before the first, one cell for each beginning of the sought
    /// word: the typos between both.
    cells: Vec<u8>,
}

/// What a letter has led to.
pub(super) struct Step {
    /// The typos if the word ends here.
    pub(super) whole: u8,
    /// The typos if all that is sought is behind, the last letter of it being no typo: then the word
    /// may go on as it likes. So `seni` does not find `sentra`.
    pub(super) met: u8,
    /// The fewest typos that any word can have from here on.
    pub(super) least: u8,
}

impl Way {
    pub(super) fn new(sought: &str) -> Self {
        let mut way = Self { letters: Vec::new(), typos: 0, cells: vec![0] };
        let mut digits = false;
        for letter in beginning(sought) {
            digits |= letter.is_ascii_digit();
            way.letters.push(letter);
            way.cells.push(way.letters.len() as u8);
        }
        // A typo could make any short word of any other, and numbers are meant as they are.
        way.typos = match way.letters.len() {
            4..8 if !digits => 1,
            8.. if !digits => 2,
            _ => 0,
        };
        way
    }

    /// How many typos are forgiven.
    pub(super) fn typos(&self) -> u8 {
        self.typos
    }

    /// How well a word is met that ends where `whole` typos part it from what is sought, and `met`
    /// its beginning; `None` if there are too many.
    pub(super) fn fit(&self, whole: u8, met: u8) -> Option<Fit> {
        match whole.min(met) {
            typos if typos > self.typos => None,
            0 => Some(if whole == 0 { Fit::Exact } else { Fit::Prefix }),
            1 => Some(Fit::Typo),
            _ => Some(Fit::Typos),
        }
    }

    /// Enters a letter after the first `depth` letters entered, the last of which is `before`; those
    /// behind are forgotten.
    pub(super) fn enter(&mut self, depth: usize, before: char, letter: char) -> Step {
        let width = self.letters.len() + 1;
        self.cells.truncate((depth + 1) * width);
        let mut left = depth as u8 + 1;
        let mut step = Step { whole: left, met: NEVER, least: left };
        self.cells.push(left);
        for (at, &own) in self.letters.iter().enumerate() {
            let cell = |depth: usize, at| self.cells.get(depth * width + at).copied().unwrap_or(0);
            let (aslant, above) = (cell(depth, at), cell(depth, at + 1));
            step.met = if own == letter { aslant } else { NEVER };
            if at > 0 && depth > 0 && own == before && self.letters.get(at - 1) == Some(&letter) {
                step.met = step.met.min(cell(depth - 1, at - 1) + 1);
            }
            left = (left.min(above).min(aslant) + 1).min(step.met);
            step.least = step.least.min(left);
            self.cells.push(left);
        }
        step.whole = left;
        step
    }
}
