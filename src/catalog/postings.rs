//! In which records a word stands.

/// The records of one word, ascending, each once. Seven bits of a number are a byte, the lowest
/// first, and all bytes but the last have the top bit set; what is counted is how far it is from
/// one record to the next, times two, and one more where the word is one of the main ones.
#[derive(Debug, Default)]
pub struct Postings {
    bytes: Vec<u8>,
    /// The last record, counted from 1.
    last: u32,
}

impl Postings {
    /// Adds a record that is not below the last one; the first time counts.
    pub(super) fn push(&mut self, record: u32, main: bool) {
        let far = record + 1 - self.last;
        if far == 0 {
            return;
        }
        self.last = record + 1;
        let mut value = far << 1 | u32::from(main);
        while value > 0x7f {
            self.bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    /// Raises what stands at each record to `main` or `rest`, by where the word stands.
    pub fn raise(&self, points: &mut [u8], main: u8, rest: u8) {
        let (mut record, mut value, mut shift) = (0, 0, 0);
        for &byte in &self.bytes {
            value |= u32::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                record += value >> 1;
                if let Some(points) = points.get_mut(record as usize - 1) {
                    *points = (*points).max(if value & 1 == 1 { main } else { rest });
                }
                (value, shift) = (0, 0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Postings;

    #[test]
    fn records_near_and_far_come_back() {
        let all =
            [(0, true), (0, false), (1, false), (70, true), (20_000, false), (3_000_000, true)];
        let mut postings = Postings::default();
        for (record, main) in all {
            postings.push(record, main);
        }
        let mut points = vec![0; 3_000_001];
        points[1] = 9;
        postings.raise(&mut points, 5, 4);
        let found: Vec<_> = (0..).zip(points).filter(|(_, points)| *points > 0).collect();
        assert_eq!(found, [(0, 5), (1, 9), (70, 5), (20_000, 4), (3_000_000, 5)]);
    }
}
