//! Language knowledge from the browser: it has collation, folding and country names built in, and
//! they cost no bytes.

use std::cell::OnceCell;
use std::cmp::Ordering;

use js_sys::{JsString, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::text::{Lang, Locale, order, push_folded};

// Bound by hand: the bindings of `js-sys` look for the global object and for each function first.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type Collator;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(lang: &str) -> Collator;
    #[wasm_bindgen(method)]
    fn compare(this: &Collator, a: &str, b: &str) -> i32;

    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(lang: &str, options: &Object) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<Option<String>, JsValue>;
}

/// The browser's `Intl` and `String.prototype.normalize`. Making one of `Intl`'s objects takes
/// longer than a thousand uses of it: each is made once for each language that is asked for.
#[derive(Default)]
pub(super) struct Browser {
    orders: [OnceCell<Collator>; 4],
    countries: [OnceCell<Option<DisplayNames>>; 4],
}

impl Locale for Browser {
    fn fold(&self, text: &str) -> String {
        // As most texts are, and there is no way to the browser and back.
        if text.bytes().all(|byte| byte < 128) {
            return text.to_ascii_lowercase();
        }
        let plain = JsString::from(text).normalize("NFKD").to_lower_case();
        let folded = String::from(plain);
        let mut out = String::with_capacity(folded.len());
        for letter in folded.chars() {
            push_folded(&mut out, letter);
        }
        out
    }

    fn compare(&self, lang: Lang, a: &str, b: &str) -> Ordering {
        if let Some(order) = order(a, b) {
            return order;
        }
        let Some(made) = self.orders.get(lang as usize) else { return Ordering::Equal };
        // A browser takes long to make the first of its orders: until then bare letters may tell as well.
        let bare = || order(&self.fold(a), &self.fold(b)).filter(|order| order.is_ne());
        let told = if made.get().is_none() { bare() } else { None };
        told.unwrap_or_else(|| made.get_or_init(|| Collator::new(lang.tag())).compare(a, b).cmp(&0))
    }

    fn country(&self, lang: Lang, code: &str) -> Option<String> {
        let names = self.countries.get(lang as usize)?.get_or_init(|| names(lang));
        names.as_ref()?.of(code).ok()?
    }
}

/// The names of countries in a language, `None` where the browser has none.
fn names(lang: Lang) -> Option<DisplayNames> {
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"region".into()).ok()?;
    Reflect::set(&options, &"fallback".into(), &"none".into()).ok()?;
    DisplayNames::new(lang.tag(), &options).ok()
}
