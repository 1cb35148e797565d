//! Putting things in order with little code.
//!
//! In: a list and a rank for each of its things. Out: the same things, lowest rank first, equals
//! as they stood. The standard sort would be carried once for each kind of thing, 5 kB each.

/// The things by rising rank.
pub(super) fn ranked<T>(things: Vec<T>, rank: impl Fn(&T) -> u64) -> Vec<T> {
    let mut keys: Vec<(u64, usize)> =
        things.iter().enumerate().map(|(place, thing)| (rank(thing), place)).collect();
    sort(&mut keys);
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    keys.iter().filter_map(|(_, place)| things.get_mut(*place)?.take()).collect()
}

/// Shell's sort; the places make all keys different, so equals keep their order.
fn sort(keys: &mut [(u64, usize)]) {
    let mut gap = keys.len() / 2;
    while gap > 0 {
        for start in gap..keys.len() {
            let mut at = start;
            while at >= gap && keys.get(at - gap) > keys.get(at) {
                keys.swap(at - gap, at);
                at -= gap;
            }
        }
        gap /= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_the_standard_sort(things in prop::collection::vec((0..9_u64, 0..99_u32), 0..60)) {
            let mut sorted = things.clone();
            sorted.sort_by_key(|thing| thing.0);
            prop_assert_eq!(ranked(things, |thing| thing.0), sorted);
        }
    }
}
