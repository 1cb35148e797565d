//! One way through the values of a dataset, for reading and for writing.
//!
//! In: places for values. Out: when reading, the values in them; when writing, their bytes. What
//! belongs to a type is listed once, so that both ways cannot part.

use crate::dataset::{Date, Word};
use crate::geo::LonLat;
use crate::text::{Lang, Text};

/// A type of the format by its fields.
pub(super) trait Packed: Default {
    /// Takes each field along the way.
    fn pass<P: Pass>(&mut self, by: &mut P);
}

/// The way along the fields. When reading, what is passed holds its default before.
pub(super) trait Pass {
    /// A number.
    fn number(&mut self, value: &mut u32);

    /// A string.
    fn string(&mut self, value: &mut String);

    /// One language of a text; `apart` if it may lie in a file of its own.
    fn words(&mut self, lang: Lang, apart: bool, text: &mut Text);

    /// What follows belongs to the details, or no longer does.
    fn detail(&mut self, on: bool);

    /// Whether there is more to come; a list ends where there is not.
    fn goes_on(&self) -> bool;

    /// The dataset's own language.
    fn own(&self) -> Lang;

    /// The dataset's own language is this one.
    fn speaks(&mut self, own: Lang);

    /// A text that stays together in all its languages: a name that is sought.
    fn name(&mut self, text: &mut Text) {
        self.text_in(text, false);
    }

    /// A text.
    fn text(&mut self, text: &mut Text) {
        self.text_in(text, true);
    }

    /// A text: which languages it has, then each.
    fn text_in(&mut self, text: &mut Text, apart: bool) {
        let mut has = 0;
        for (lang, _) in text.all() {
            has |= 1 << lang as u32;
        }
        self.number(&mut has);
        // Without the dataset's own language nothing could be shown while the others are missing.
        let apart = apart && has >> self.own() as u32 & 1 == 1;
        for lang in Lang::ALL {
            if has >> lang as u32 & 1 == 1 {
                self.words(lang, apart, text);
            }
        }
    }

    /// A text that may be absent.
    fn text_option(&mut self, value: &mut Option<Text>) {
        let mut text = value.take().unwrap_or_default();
        self.text(&mut text);
        *value = if text.is_empty() { None } else { Some(text) };
    }

    /// A string that may be absent.
    fn string_option(&mut self, value: &mut Option<String>) {
        let mut string = value.take().unwrap_or_default();
        self.string(&mut string);
        *value = if string.is_empty() { None } else { Some(string) };
    }

    /// A number that may be absent.
    fn number_option(&mut self, value: &mut Option<u32>) {
        let mut there = u32::from(value.is_some());
        self.number(&mut there);
        if there > 0 {
            self.number(value.get_or_insert(0));
        }
    }

    /// A truth value.
    fn truth(&mut self, value: &mut bool) {
        let mut number = u32::from(*value);
        self.number(&mut number);
        *value = number > 0;
    }

    /// One of a list of words.
    fn word<T: Word>(&mut self, value: &mut T) {
        let mut place = value.place();
        self.number(&mut place);
        if let Some(word) = T::ALL.get(place as usize) {
            *value = *word;
        }
    }

    /// One of a list of words, or none.
    fn word_option<T: Word>(&mut self, value: &mut Option<T>) {
        let mut place = value.map_or(0, |word| word.place() + 1);
        self.number(&mut place);
        *value = T::ALL.get((place as usize).wrapping_sub(1)).copied();
    }

    /// A floating-point number, bit by bit.
    fn float(&mut self, value: &mut f64) {
        let bits = value.to_bits();
        let (mut high, mut low) = ((bits >> 32) as u32, bits as u32);
        self.number(&mut high);
        self.number(&mut low);
        let read = f64::from_bits(u64::from(high) << 32 | u64::from(low));
        *value = if read.is_finite() { read } else { 0.0 };
    }

    /// A point, if there is one.
    fn point(&mut self, value: &mut Option<LonLat>) {
        let mut there = value.is_some();
        self.truth(&mut there);
        if there {
            let point = value.get_or_insert_default();
            self.float(&mut point.lon);
            self.float(&mut point.lat);
            if !(point.lon.abs() <= 180.0 && point.lat.abs() <= 90.0) {
                *value = None;
            }
        }
    }

    /// A date, if there is one: its first day, the last one if that is another, and the doubt.
    fn date(&mut self, value: &mut Option<Date>) {
        let mut packed = value.map_or(0, |date| {
            let marks = u32::from(date.uncertain) << 1 | u32::from(date.is_range());
            date.start.packed() << 2 | marks
        });
        self.number(&mut packed);
        let start = packed >> 2;
        let mut end = value.map_or(start, |date| date.end.packed());
        if packed & 1 == 1 {
            self.number(&mut end);
        }
        *value = Date::unpacked(start, end, packed & 2 > 0);
    }

    /// The numbers of a list.
    fn numbers(&mut self, list: &mut Vec<u32>) {
        let mut len = list.len() as u32;
        self.number(&mut len);
        for at in 0..len as usize {
            if at == list.len() && self.goes_on() {
                list.push(0);
            }
            let Some(entry) = list.get_mut(at) else { break };
            self.number(entry);
        }
    }

    /// A number counted from 1, where 0 is none.
    fn place(&mut self, value: &mut Option<u32>) {
        let mut place = value.map_or(0, |place| place + 1);
        self.number(&mut place);
        *value = place.checked_sub(1);
    }

    /// The strings of a list.
    fn strings(&mut self, list: &mut Vec<String>) {
        let mut len = list.len() as u32;
        self.number(&mut len);
        for at in 0..len as usize {
            if at == list.len() && self.goes_on() {
                list.push(String::new());
            }
            let Some(entry) = list.get_mut(at) else { break };
            self.string(entry);
        }
    }

    /// The entries of a list.
    fn list(&mut self, list: &mut dyn Entries<Self>)
    where
        Self: Sized,
    {
        let mut len = list.count();
        self.number(&mut len);
        for at in 0..len as usize {
            if !self.goes_on() {
                break;
            }
            list.pass_entry(at, self);
        }
    }
}

/// A list, whatever its entries are: one loop for all of them.
pub(super) trait Entries<P> {
    /// How many there are.
    fn count(&self) -> u32;

    /// Takes an entry along the way; one more where the list ends.
    fn pass_entry(&mut self, at: usize, by: &mut P);
}

impl<P: Pass, T: Packed> Entries<P> for Vec<T> {
    fn count(&self) -> u32 {
        self.len() as u32
    }

    fn pass_entry(&mut self, at: usize, by: &mut P) {
        if at == self.len() {
            self.push(T::default());
        }
        if let Some(entry) = self.get_mut(at) {
            entry.pass(by);
        }
    }
}
