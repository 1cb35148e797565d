//! Words that are found by their beginning, with typos forgiven.
//!
//! In: folded words, one after the other, at any time. Out: their numbers, and for a sought word the
//! numbers of all that it meets. Words are kept as a tree of letters: what many words begin with is
//! compared once, and where no word can match any more none is looked at.

use super::sought::{Fit, NEVER, Way, beginning};
use super::{Numbers, is_unspaced, place};

/// Different words, numbered in the order in which they came.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// The first one stands before the first letter of all.
    nodes: Vec<Node>,
    /// Writing without spaces, which is sought from end to end.
    unspaced: Numbers,
    /// For each of these words which letters it may have: what lacks one of those sought is not
    /// read.
    letters: Vec<u64>,
    len: u32,
}

/// A letter after those that lead to it. Nodes are named by their places.
#[derive(Debug)]
struct Node {
    letter: char,
    /// The first of the letters that follow it.
    child: u32,
    /// The next one of those that may stand in its place.
    next: u32,
    /// The number of the word that ends here.
    word: u32,
}

/// No node, no word.
const NONE: u32 = u32::MAX;

impl Vocabulary {
    /// The number of a word, which is new if it was not there.
    pub fn number(&mut self, word: &str) -> u32 {
        let new = self.len;
        let number = if is_unspaced(word) {
            let number = self.unspaced.get(word).unwrap_or(new);
            if number == new {
                self.unspaced.insert(word, new);
                self.letters.push(letters(word));
            }
            number
        } else {
            self.spaced(word)
        };
        self.len = self.len.max(number + 1);
        number
    }

    fn spaced(&mut self, word: &str) -> u32 {
        if self.nodes.is_empty() {
            self.add(' ');
        }
        let mut end = 0;
        for letter in beginning(word) {
            end = self.step(end, letter);
        }
        let Some(end) = self.nodes.get_mut(end as usize) else { return NONE };
        if end.word == NONE {
            end.word = self.len;
        }
        end.word
    }

    /// The node of a letter that follows a node.
    fn step(&mut self, from: u32, letter: char) -> u32 {
        let first = self.nodes.get(from as usize).map_or(NONE, |from| from.child);
        let (mut last, mut at) = (NONE, first);
        while let Some(node) = self.nodes.get(at as usize) {
            if node.letter == letter {
                return at;
            }
            (last, at) = (at, node.next);
        }
        let new = self.add(letter);
        if let Some(last) = self.nodes.get_mut(last as usize) {
            last.next = new;
        } else if let Some(from) = self.nodes.get_mut(from as usize) {
            from.child = new;
        }
        new
    }

    fn add(&mut self, letter: char) -> u32 {
        self.nodes.push(Node { letter, child: NONE, next: NONE, word: NONE });
        self.nodes.len() as u32 - 1
    }

    /// Calls `each` with the numbers of all words that `sought` meets, each once, and how well.
    pub fn find(&self, sought: &str, each: &mut dyn FnMut(u32, Fit)) {
        if is_unspaced(sought) {
            let wanted = letters(sought);
            for ((word, number), own) in self.unspaced.entries().iter().zip(&self.letters) {
                if own & wanted == wanted && place(sought, word, 0).is_some() {
                    let whole = word.len() == sought.len();
                    each(*number, if whole { Fit::Exact } else { Fit::Prefix });
                }
            }
        } else {
            self.walk(&mut Way::new(sought), 0, 0, NEVER, each);
        }
    }

    /// Goes on behind a node, the last of `depth` letters at which `met` typos part all that is
    /// sought from what was passed.
    fn walk(
        &self,
        way: &mut Way,
        from: u32,
        depth: usize,
        met: u8,
        each: &mut dyn FnMut(u32, Fit),
    ) {
        let Some(from) = self.nodes.get(from as usize) else { return };
        let mut at = from.child;
        while let Some(node) = self.nodes.get(at as usize) {
            let step = way.enter(depth, from.letter, node.letter);
            let met = step.met.min(met);
            if node.word != NONE
                && let Some(fit) = way.fit(step.whole, met)
            {
                each(node.word, fit);
            }
            if step.least.min(met) <= way.typos() {
                self.walk(way, at, depth + 1, met, each);
            }
            at = node.next;
        }
    }
}

/// A bit for each letter, which letters far apart share.
fn letters(word: &str) -> u64 {
    let mut bits = 0;
    for letter in word.chars() {
        bits |= 1 << (letter as u32 % 64);
    }
    bits
}

/// Whether `sought` meets a word.
#[must_use]
pub fn meets(sought: &str, word: &str) -> bool {
    let (mut one, mut met) = (Vocabulary::default(), false);
    one.number(word);
    one.find(sought, &mut |_, _| met = true);
    met
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fit(sought: &str, word: &str) -> Option<Fit> {
        let (mut one, mut found) = (Vocabulary::default(), None);
        one.number(word);
        one.find(sought, &mut |_, fit| found = Some(fit));
        found
    }

    #[test]
    fn exact_before_prefix_before_typo() {
        assert_eq!(fit("bekasi", "bekasi"), Some(Fit::Exact));
        assert_eq!(fit("bek", "bekasi"), Some(Fit::Prefix));
        assert_eq!(fit("bekassi", "bekasi"), Some(Fit::Typo));
        assert_eq!(fit("seomgnma", "seongnam"), Some(Fit::Typos));
        assert!(Fit::Exact > Fit::Prefix && Fit::Prefix > Fit::Typo && Fit::Typo > Fit::Typos);
    }

    #[test]
    fn typos_of_each_kind_are_forgiven() {
        for typo in ["seomgna", "seogna", "sieongn", "esongna", "songna", "xeongna", "eongnam"] {
            assert_eq!(fit(typo, "seongnam"), Some(Fit::Typo), "{typo}");
        }
        for wrong in ["sengnma", "bandung", "seongnam2", "sonegna", "bandungg"] {
            assert_eq!(fit(wrong, "seongnam"), None, "{wrong}");
        }
    }

    #[test]
    fn short_words_and_numbers_are_meant_as_they_are() {
        assert_eq!(fit("kta", "kota"), None);
        assert_eq!(fit("2022", "2023"), None);
        assert_eq!(fit("seni", "sentra"), None);
    }

    #[test]
    fn unspaced_writing_is_found_within() {
        assert_eq!(fit("佐野", "泉佐野市"), Some(Fit::Prefix));
        assert_eq!(fit("泉佐野市", "泉佐野市"), Some(Fit::Exact));
        assert_eq!(fit("佐野町", "泉佐野市"), None);
    }

    #[test]
    fn a_word_without_end_is_met_by_its_beginning() {
        let long = "ab".repeat(50_000);
        assert_eq!(fit(&long, &long), Some(Fit::Exact));
        assert_eq!(fit("abab", &long), Some(Fit::Prefix));
    }

    /// For each beginning of `b`, the typos between `a` and it (optimal string alignment), and the
    /// same where the last letter of `a` must be no typo, or one swapped with its neighbour.
    fn typos(a: &[char], b: &[char]) -> Vec<(usize, usize)> {
        let mut cells = vec![vec![(0, 99); b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                if i == 0 || j == 0 {
                    cells[i][j] = (i + j, 99);
                    continue;
                }
                let same = if a[i - 1] == b[j - 1] { cells[i - 1][j - 1].0 } else { 99 };
                let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                let kept = if swapped { same.min(cells[i - 2][j - 2].0 + 1) } else { same };
                let edits = [cells[i - 1][j].0, cells[i][j - 1].0, cells[i - 1][j - 1].0];
                cells[i][j] = (edits.map(|edit| edit + 1).into_iter().fold(kept, usize::min), kept);
            }
        }
        cells.pop().unwrap_or_default()
    }

    proptest! {
        #[test]
        fn words_are_met_as_a_full_table_says(
            sought in "[abc]{1,11}",
            words in prop::collection::btree_set("[abc]{1,12}", 0..40),
        ) {
            let letters: Vec<char> = sought.chars().collect();
            let allowed = match letters.len() { 0..4 => 0, 4..8 => 1, _ => 2 };
            let (mut vocabulary, mut found) = (Vocabulary::default(), Vec::new());
            let numbers: Vec<u32> = words.iter().map(|word| vocabulary.number(word)).collect();
            vocabulary.find(&sought, &mut |word, fit| found.push((word, fit)));
            found.sort();
            let mut expected = Vec::new();
            for (word, number) in words.iter().zip(numbers) {
                let ways = typos(&letters, &word.chars().collect::<Vec<_>>());
                let whole = ways.last().map_or(99, |way| way.0);
                let least = ways.iter().fold(whole, |least, way| least.min(way.1));
                let fit = match least {
                    least if least > allowed => continue,
                    0 if whole == 0 => Fit::Exact,
                    0 => Fit::Prefix,
                    1 => Fit::Typo,
                    _ => Fit::Typos,
                };
                expected.push((number, fit));
            }
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn unspaced_writing_is_found_wherever_it_stands(
            sought in "[泉佐野市岡あ]{1,3}",
            words in prop::collection::btree_set("[泉佐野市岡あ]{1,6}", 0..40),
        ) {
            let (mut vocabulary, mut found) = (Vocabulary::default(), Vec::new());
            let numbers: Vec<u32> = words.iter().map(|word| vocabulary.number(word)).collect();
            vocabulary.find(&sought, &mut |word, _| found.push(word));
            let holds = words.iter().zip(numbers).filter(|(word, _)| word.contains(&sought));
            prop_assert_eq!(found, holds.map(|(_, number)| number).collect::<Vec<_>>());
        }
    }
}
