//! The records and steps of `page/generate.js`, for measuring without a browser.

use crate::layout::Codes;

/// How many values there are: sectors, countries, stages, years.
pub const SIZES: [usize; 4] = [24, 80, 7, 77];

/// One change: the facet, and what is chosen in it from then on.
pub type Step = (usize, Vec<u32>);

/// Mulberry32: numbers from 0 to 1.
struct Random(u32);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x6d2b_79f5);
        let state = self.0;
        let mut mixed = (state ^ state >> 15).wrapping_mul(1 | state);
        mixed = mixed.wrapping_add((mixed ^ mixed >> 7).wrapping_mul(61 | mixed)) ^ mixed;
        f64::from(mixed ^ mixed >> 14) / 4_294_967_296.0
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() * most as f64) as usize
    }

    fn pick(&mut self, sums: &[f64]) -> usize {
        let x = self.next();
        sums.partition_point(|sum| *sum < x).min(sums.len() - 1)
    }
}

/// The running shares of `n` values, `i` with weight 1/(i+1)^s.
fn zipf(n: usize, s: f64) -> Vec<f64> {
    let mut total = 0.0;
    let mut sums = Vec::with_capacity(n);
    for i in 0..n {
        total += 1.0 / ((i + 1) as f64).powf(s);
        sums.push(total);
    }
    sums.iter().map(|sum| sum / total).collect()
}

/// The columns of `n` records, in the order of [`SIZES`].
#[must_use]
pub fn columns(n: usize) -> Vec<Codes> {
    let mut random = Random(42);
    let (countries, stages) = (zipf(80, 1.0), zipf(7, 0.5));
    let (how_many, sectors) = (zipf(4, 0.7), zipf(24, 0.7));
    let (mut bits, mut country, mut stage, mut year) = (vec![], vec![], vec![], vec![]);
    for _ in 0..n {
        country.push(random.pick(&countries) as u8);
        random.next();
        stage.push(random.pick(&stages) as u8);
        year.push((76.99 * random.next().powf(0.6)).min(76.0) as u8);
        let mut own = 0;
        for _ in 0..=random.pick(&how_many) {
            own |= 1 << random.pick(&sectors);
        }
        bits.push(own);
        random.next();
        random.next();
    }
    vec![Codes::Several(bits), Codes::One(country), Codes::One(stage), Codes::One(year)]
}

/// A sequence of `count` filters, each one change away from the one before.
#[must_use]
pub fn steps(count: usize) -> Vec<Step> {
    let mut random = Random(99);
    let lists = [(0.35, 4, zipf(24, 0.5)), (0.65, 5, zipf(80, 0.8)), (0.8, 3, zipf(7, 0.3))];
    let (mut chosen, mut range) = (vec![Vec::new(); 3], None);
    let mut out = Vec::with_capacity(count);
    for _ in 0..count {
        let draw = random.next();
        let Some(at) = lists.iter().position(|(below, ..)| draw < *below) else {
            range = if range.is_some() && random.next() < 0.35 {
                None
            } else {
                let from = random.below(77);
                Some((from as u32, 76.min(from + 5 + random.below(40)) as u32))
            };
            out.push((3, range.map_or(Vec::new(), |(from, to)| (from..=to).collect())));
            continue;
        };
        let ((_, most, sums), own) = (&lists[at], &mut chosen[at]);
        let off = !own.is_empty() && (own.len() >= *most || random.next() < 0.4);
        let value = if off { own[random.below(own.len())] } else { random.pick(sums) as u32 };
        match own.iter().position(|other| *other == value) {
            Some(at) => drop(own.remove(at)),
            None => own.push(value),
        }
        out.push((at, own.clone()));
    }
    out
}
