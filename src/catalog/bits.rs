//! Sets of records: one bit for each.

/// A set of record numbers below a fixed length.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// The empty set for numbers below `len`.
    #[must_use]
    #[inline(never)]
    pub fn none(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)] }
    }

    /// The set of all numbers below `len`.
    #[must_use]
    pub fn all(len: usize) -> Self {
        let mut words = vec![u64::MAX; len.div_ceil(64)];
        if let Some(last) = words.last_mut()
            && !len.is_multiple_of(64)
        {
            *last = (1 << (len % 64)) - 1;
        }
        Self { words }
    }

    /// The numbers of what is above zero.
    #[must_use]
    pub fn above_zero(all: &[u8]) -> Self {
        let mut out = Self::none(all.len());
        let (eights, rest) = all.as_chunks();
        for (number, eight) in (0..).step_by(8).zip(eights) {
            // Mostly all of them are zero.
            if u64::from_le_bytes(*eight) != 0 {
                out.insert_above_zero(number, eight);
            }
        }
        out.insert_above_zero(eights.len() as u32 * 8, rest);
        out
    }

    fn insert_above_zero(&mut self, from: u32, some: &[u8]) {
        for (number, one) in (from..).zip(some) {
            if *one > 0 {
                self.insert(number);
            }
        }
    }

    /// Adds a number; one that is not below the length is passed over.
    pub fn insert(&mut self, number: u32) {
        if let Some(word) = self.words.get_mut(number as usize / 64) {
            *word |= 1 << (number % 64);
        }
    }

    /// Whether the number is in the set.
    #[must_use]
    pub fn contains(&self, number: u32) -> bool {
        self.words.get(number as usize / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// Keeps what is in `other` too; both of the same length.
    pub fn keep(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// How many numbers are in the set.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// The words of 64 bits, the lowest number in the lowest bit of the first one.
    #[must_use]
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// The words, to be written.
    pub(super) fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    /// Takes the numbers that are not in `part` out of those that failed nothing so far (`self`);
    /// `once` keeps those that failed one thing alone.
    pub fn sift(&mut self, once: &mut Self, part: &Self) {
        for ((none, once), part) in self.words.iter_mut().zip(&mut once.words).zip(&part.words) {
            *once = *once & part | *none & !part;
            *none &= part;
        }
    }

    /// Adds what is in `once` but not in `part`: after [`sift`](Self::sift), what had been left if
    /// that part had not been asked for.
    pub fn restore(&mut self, once: &Self, part: &Self) {
        for ((word, once), part) in self.words.iter_mut().zip(&once.words).zip(&part.words) {
            *word |= once & !part;
        }
    }

    /// The numbers in the set, ascending.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let number = self.next_from(from)?;
            from = number + 1;
            Some(number)
        })
    }

    /// The first number in the set that is not below `from`.
    pub(super) fn next_from(&self, from: u32) -> Option<u32> {
        let mut at = from / 64;
        let mut word = *self.words.get(at as usize)? >> (from % 64) << (from % 64);
        while word == 0 {
            at += 1;
            word = *self.words.get(at as usize)?;
        }
        Some(at * 64 + word.trailing_zeros())
    }
}

impl From<Vec<u64>> for Bits {
    /// The set with these words, the lowest number in the lowest bit of the first one.
    fn from(words: Vec<u64>) -> Self {
        Self { words }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_ends_at_the_length() {
        for len in [0, 1, 63, 64, 65, 130] {
            let all = Bits::all(len);
            assert_eq!(all.count() as usize, len);
            assert!(all.iter().eq(0..len as u32));
        }
    }

    #[test]
    fn what_is_above_zero_is_kept() {
        for len in [0, 7, 8, 130] {
            let all: Vec<u8> = (0..len).map(|at| if at % 5 == 3 { at } else { 0 }).collect();
            assert!(Bits::above_zero(&all).iter().eq((0..u32::from(len)).filter(|at| at % 5 == 3)));
        }
    }

    #[test]
    fn what_failed_one_thing_alone_can_be_restored() {
        let of = |numbers: &[u32]| {
            let mut out = Bits::none(100);
            for &number in numbers {
                out.insert(number);
            }
            out
        };
        let parts = [of(&[3, 64, 99, 500]), of(&[3, 64, 65]), of(&[3, 65])];
        let (mut none, mut once) = (Bits::all(100), Bits::none(100));
        for part in &parts {
            none.sift(&mut once, part);
        }
        assert!(none.iter().eq([3]) && none.contains(3) && !none.contains(500));
        for (part, left) in parts.iter().zip([&[3, 65][..], &[3], &[3, 64]]) {
            let mut without = none.clone();
            without.restore(&once, part);
            assert!(without.iter().eq(left.iter().copied()));
        }
        let mut both = parts[0].clone();
        both.keep(&parts[1]);
        assert!(both.iter().eq([3, 64]));
    }
}
