//! Putting things in order with little code.
//!
//! In: how many things there are and a rank for each. Out: their places, lowest rank first, equals
//! as they stood. Numbers alone, no things: a sort is carried once for each kind of thing, 5 kB
//! each.

/// The places `0..count` by rising rank.
pub(super) fn ranked(count: usize, rank: &dyn Fn(usize) -> u64) -> Vec<usize> {
    let mut keys: Vec<(u64, usize)> = Vec::new();
    for place in 0..count {
        keys.push((rank(place), place));
    }
    sort(&mut keys);
    let mut places = Vec::new();
    for (_, place) in &keys {
        places.push(*place);
    }
    places
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
        fn agrees_with_the_standard_sort(ranks in prop::collection::vec(0..9_u64, 0..60)) {
            let mut sorted: Vec<usize> = (0..ranks.len()).collect();
            sorted.sort_by_key(|place| ranks[*place]);
            prop_assert_eq!(ranked(ranks.len(), &|place| ranks[place]), sorted);
        }
    }
}
