//! Words of the format: fixed lists such as relations and kinds, each with its id in the file.

/// One of a fixed list of words. The first is the default, and what stands in for a wrong one.
pub trait Word: Copy + Default + 'static {
    /// All, in the order to be shown.
    const ALL: &'static [Self];
    /// The ids of all, in the same order.
    const IDS: &'static [&'static str];

    /// Its place among them.
    fn place(self) -> u32;
}

/// Gives an enum its ids: `words!(Side { Home = "home", Partner = "partner" });`
macro_rules! words {
    ($name:ident { $first:ident = $first_id:literal $(, $rest:ident = $id:literal)* $(,)? }) => {
        impl $crate::dataset::Word for $name {
            const ALL: &'static [Self] = Self::ALL;
            const IDS: &'static [&'static str] = &[$first_id $(, $id)*];

            fn place(self) -> u32 {
                self as u32
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::$first
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "enum": <Self as $crate::dataset::Word>::IDS })
            }
        }

        impl $name {
            /// All, in the order of the list above.
            pub const ALL: &'static [Self] = &[Self::$first $(, Self::$rest)*];

            /// The id in datasets, filters and addresses.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    Self::$first => $first_id,
                    $(Self::$rest => $id,)*
                }
            }
        }
    };
}

pub(crate) use words;
