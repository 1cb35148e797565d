//! What a visitor asks, and the answer.
//!
//! In: a [`Catalog`](crate::catalog::Catalog) and a [`Filter`]. Out: an [`Answer`]: the matching
//! records in order, and for every value how many there are. Also the form that a filter takes in
//! an address, and where a text is to be marked as found.

mod answer;
mod filter;
mod marks;
mod order;
mod search;
mod sort;
mod standing;
mod tally;
pub mod url;

pub use answer::{Answer, query};
pub use filter::{Filter, Sort};
pub use marks::marks;
pub use order::Order;
pub use standing::Standing;
pub use tally::Tally;

pub use crate::catalog::{Facet, Years};
