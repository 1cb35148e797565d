//! A short list for each record, all in one.

/// Lists by number.
#[derive(Debug)]
pub(super) struct Lists<T> {
    items: Vec<T>,
    /// Where in `items` each list ends.
    ends: Vec<u32>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { items: Vec::new(), ends: Vec::new() }
    }
}

impl<T> Lists<T> {
    /// Adds an item to the list that is not ended yet.
    pub(super) fn push(&mut self, item: T) {
        self.items.push(item);
    }

    /// Ends the list.
    pub(super) fn end(&mut self) {
        self.ends.push(self.items.len() as u32);
    }

    /// A list by its number; empty if there is none.
    pub(super) fn get(&self, number: usize) -> &[T] {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(number).copied().unwrap_or(0);
        self.items.get(start.unwrap_or(0) as usize..end as usize).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Lists;

    #[test]
    fn each_list_has_its_own_items() {
        let mut lists = Lists::default();
        for list in [&[1, 2][..], &[], &[3]] {
            list.iter().for_each(|item| lists.push(*item));
            lists.end();
        }
        let all: Vec<_> = (0..4).map(|number| lists.get(number)).collect();
        assert_eq!(all, [&[1, 2][..], &[], &[3], &[]]);
    }
}
