//! Language knowledge from the browser: it has collation, folding and country names built in, and
//! they cost no bytes.

use std::cmp::Ordering;

use js_sys::{Array, Function, Intl, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::text::{Lang, Locale};

/// The browser's `Intl` and `String.prototype.normalize`.
pub(super) struct Browser;

impl Locale for Browser {
    fn fold(&self, text: &str) -> String {
        let plain = JsString::from(text).normalize("NFKD").to_lower_case();
        let folded = String::from(plain);
        folded.chars().filter(|letter| !('\u{300}'..='\u{36f}').contains(letter)).collect()
    }

    fn compare(&self, lang: Lang, a: &str, b: &str) -> Ordering {
        let collator = Intl::Collator::new(&tags(lang), &Object::new());
        let compared = collator.compare().call2(&JsValue::UNDEFINED, &a.into(), &b.into());
        match compared.ok().and_then(|order| order.as_f64()) {
            Some(order) if order < 0.0 => Ordering::Less,
            Some(order) if order > 0.0 => Ordering::Greater,
            _ => Ordering::Equal,
        }
    }

    fn country(&self, lang: Lang, code: &str) -> Option<String> {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let names: Function = Reflect::get(&intl, &"DisplayNames".into()).ok()?.dyn_into().ok()?;
        let options = Object::new();
        Reflect::set(&options, &"type".into(), &"region".into()).ok()?;
        Reflect::set(&options, &"fallback".into(), &"none".into()).ok()?;
        let names = Reflect::construct(&names, &Array::of2(&tags(lang), &options)).ok()?;
        let of: Function = Reflect::get(&names, &"of".into()).ok()?.dyn_into().ok()?;
        of.call1(&names, &code.into()).ok()?.as_string()
    }
}

fn tags(lang: Lang) -> Array {
    Array::of1(&lang.tag().into())
}
