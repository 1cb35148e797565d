//! What the script calls: a widget under an element of its own.
//!
//! All methods take `&self`. One that is called back from inside another (a focus event while
//! painting) finds the widget borrowed and does nothing.

use std::cell::RefCell;

use js_sys::Array;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use web_sys::{Element, Event, FocusOptions};

use crate::map::{Kind, Viewport};
use crate::text::{Lang, number};
use crate::view::{self, Action, Effect, texts};

use super::arrived::{GLOBE, SEARCH};
use super::catalog::Catalog;
use super::shell::{RESTS, Shell};
use super::{arrived, bundled, events, forms};

/// One widget on a page.
#[wasm_bindgen]
pub struct Widget {
    shell: RefCell<Shell>,
    prefix: String,
}

#[wasm_bindgen]
impl Widget {
    /// Makes a widget under `root` of a catalog that has taken in all records; `lang` is a BCP 47 tag
    /// (unknown ones are Indonesian), `worldview` the point of view on borders, `projection` the name
    /// of one (unknown ones are Equal Earth).
    ///
    /// # Errors
    ///
    /// If steps of the catalog are left, or the root belongs to no document.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: Element,
        catalog: Catalog,
        lang: &str,
        worldview: &str,
        projection: &str,
        prefix: String,
    ) -> Result<Widget, JsError> {
        let shell = Shell::new(root, catalog, Lang::from_tag(lang), worldview, projection)
            .ok_or_else(|| JsError::new("the root belongs to no document"))?;
        Ok(Self { shell: RefCell::new(shell), prefix })
    }

    fn act(&self, action: Action) {
        if let Ok(mut shell) = self.shell.try_borrow_mut() {
            shell.act(action);
        }
    }

    /// Takes an event that reached the shadow root.
    pub fn handle(&self, event: &Event) {
        if let Ok(mut shell) = self.shell.try_borrow_mut()
            && !(shell.state.reached && shell.reach(event))
            && let Some(action) = events::read(event)
        {
            shell.act(action);
        }
    }

    /// Tells the size of the map's box, the size of 1 em and the width of the widget, all in
    /// pixels; and whether the visitor wants no motion.
    pub fn resize(&self, width: f64, height: f64, em: f64, widget: f64, still: bool) {
        let controls = view::controls(width, height, em, widget);
        self.act(Action::Resize(Viewport { width, height, em, controls }, widget));
        if let Ok(mut shell) = self.shell.try_borrow_mut() {
            shell.still = still;
        }
    }

    /// Paints what changed. Gives in how many milliseconds it is to be called again, 0 for the next frame;
    /// less than that if nothing moves any more.
    pub fn paint(&self, now: f64) -> f64 {
        self.shell.try_borrow_mut().map_or(RESTS, |mut shell| shell.paint(now))
    }

    /// Lists more cards, for the end of the list has come near; false if that has to be asked for.
    pub fn lengthen(&self) -> bool {
        self.shell.try_borrow_mut().is_ok_and(|mut shell| shell.lengthen())
    }

    /// Gathers the words of some more records if a search is `expected` or under way; false if there
    /// is nothing to do.
    pub fn gather(&self, expected: bool) -> bool {
        self.shell.try_borrow_mut().is_ok_and(|mut shell| shell.gather(expected))
    }

    /// Moves the focus as asked since the last call and gives the names of the effects that are
    /// the script's: `push`, `replace`, `filter`, `select`, `full`, `print`, `copy`; `json`,
    /// `png`: the format of a file to save.
    pub fn effects(&self) -> Array {
        let Ok(effects) = self.shell.try_borrow_mut().map(|mut shell| shell.take_effects()) else {
            return Array::new();
        };
        let names = Array::new();
        for effect in effects {
            let name = match effect {
                Effect::Address { push: true } => Some("push"),
                Effect::Address { push: false } => Some("replace"),
                Effect::Filtered => Some("filter"),
                Effect::Selected => Some("select"),
                Effect::Download => Some("json"),
                Effect::Picture => Some("png"),
                Effect::Print => Some("print"),
                Effect::Full => Some("full"),
                Effect::Copy => Some("copy"),
                Effect::Focus(key) => self.focus(&key, false),
                Effect::Show(key) => self.focus(&key, true),
                Effect::Glide | Effect::Ask => None,
            };
            if let Some(name) = name {
                names.push(&word(name));
            }
        }
        names
    }

    fn focus(&self, key: &str, scroll: bool) -> Option<&'static str> {
        // Focusing runs the host's listeners: the borrow has to end first.
        let element = self.shell.try_borrow().ok().and_then(|shell| shell.keyed(key))?;
        let options = FocusOptions::new();
        options.set_prevent_scroll(!scroll);
        let _ = element.focus_with_options(&options);
        None
    }

    /// The fragment of an address that holds this view; what others wrote into `hash` is kept.
    pub fn address(&self, hash: &str) -> JsValue {
        let shell = self.shell.try_borrow();
        let address = shell.map(|shell| shell.address(hash, &self.prefix));
        word(address.as_deref().unwrap_or(hash))
    }

    /// Brings the view to what the fragment of an address says.
    pub fn visit(&self, hash: &str) {
        if let Ok(mut shell) = self.shell.try_borrow_mut() {
            shell.visit(hash, &self.prefix);
        }
    }

    /// The names of the base map's files that the map could use, with blanks between them.
    #[wasm_bindgen(getter)]
    pub fn wanted(&self) -> JsValue {
        self.shell.try_borrow().map(|shell| word(&shell.wanted())).unwrap_or_default()
    }

    /// Takes the bytes of a wanted file; if they are no base map, the map stays what it is.
    pub fn refine(&self, name: &str, bytes: &[u8]) {
        if let Ok(mut shell) = self.shell.try_borrow_mut() {
            shell.refine(name, bytes);
        }
    }

    /// Whether the map shows a hint at the moment.
    #[wasm_bindgen(getter)]
    pub fn hint(&self) -> bool {
        self.shell.try_borrow().is_ok_and(|shell| shell.state.hint.is_some())
    }

    /// Takes the hint away.
    pub fn hint_seen(&self) {
        self.act(Action::HintSeen);
    }

    /// What a screen reader is told after the answer changed.
    pub fn announcement(&self) -> JsValue {
        self.shell.try_borrow().map(|shell| word(&shell.announcement())).unwrap_or_default()
    }

    /// The language that is shown, a BCP 47 tag.
    #[wasm_bindgen(getter)]
    pub fn lang(&self) -> JsValue {
        self.shell.try_borrow().map(|shell| word(shell.state.lang.tag())).unwrap_or_default()
    }

    /// Shows another language; one that is not known changes nothing.
    #[wasm_bindgen(setter)]
    pub fn set_lang(&self, tag: &str) {
        if let Some(lang) = Lang::from_tag(tag) {
            self.act(Action::Language(lang));
        }
    }

    /// Learns a language for all widgets of the page: the texts of the interface, or the words of
    /// the bundled dataset. Texts that are not whole are none.
    pub fn learn(lang: &str, words: bool, file: &[u8]) {
        let lang = Lang::from_tag(lang).unwrap_or_default();
        if words {
            bundled::learn(lang, file);
        } else if let Ok(texts) = str::from_utf8(file) {
            texts::learn(lang, texts);
        }
    }

    /// A later module has arrived, with all that it holds.
    pub fn arrived(name: &str) {
        arrived::note(name);
    }

    /// The number of the file of details that the open record of a packed dataset needs, or the later
    /// module that has to arrive before the next paint.
    #[wasm_bindgen(getter)]
    pub fn lacks(&self) -> JsValue {
        let Ok(shell) = self.shell.try_borrow() else { return JsValue::UNDEFINED };
        let file = shell.state.selected.and_then(|open| shell.catalog.lacks(open));
        file.map(|file| word(&number(file))).or_else(|| shell.lacks().map(word)).unwrap_or_default()
    }

    /// The language that is asked for and has to be learnt first: then call [`Widget::settle`].
    #[wasm_bindgen(getter)]
    pub fn awaited(&self) -> JsValue {
        let wish = self.shell.try_borrow().ok().and_then(|shell| shell.awaited());
        wish.map(|lang| word(lang.tag())).unwrap_or_default()
    }

    /// Shows a language that was awaited, if it still is; one that could not be learnt no longer is.
    pub fn settle(&self, lang: &str) {
        if let (Ok(mut shell), Some(lang)) = (self.shell.try_borrow_mut(), Lang::from_tag(lang)) {
            shell.settle(lang);
        }
    }

    /// The filter as a plain object.
    #[wasm_bindgen(getter)]
    pub fn filter(&self) -> JsValue {
        self.shell
            .try_borrow()
            .map(|shell| forms::filter_out(&shell.state.filter))
            .unwrap_or_default()
    }

    /// Sets the whole filter from a plain object.
    ///
    /// # Errors
    ///
    /// If a key does not exist or a value has the wrong type.
    pub fn set_filter(&self, filter: &JsValue) -> Result<(), JsError> {
        let filter = forms::filter_in(filter)?;
        self.act(Action::Filter(filter));
        Ok(())
    }

    /// The answer as a plain object: `{total, ids, facets}`; undefined while what it needs is on its
    /// way.
    #[wasm_bindgen(getter)]
    pub fn answer(&self) -> JsValue {
        let shell = self.shell.try_borrow().ok();
        let shell = shell.filter(|shell| shell.lacks() != Some(SEARCH));
        shell.map(|shell| forms::answer_out(&shell.catalog, &shell.answer)).unwrap_or_default()
    }

    /// How many records match.
    #[wasm_bindgen(getter)]
    pub fn total(&self) -> u32 {
        self.shell.try_borrow().map(|shell| shell.answer.total).unwrap_or_default()
    }

    /// The problems of the dataset: `[{severity, path, found, expected}]`.
    #[wasm_bindgen(getter)]
    pub fn problems(&self) -> JsValue {
        self.shell
            .try_borrow()
            .map(|shell| forms::problems_out(&shell.problems))
            .unwrap_or_default()
    }

    /// The id of the open record.
    #[wasm_bindgen(getter)]
    pub fn selected(&self) -> JsValue {
        let Ok(shell) = self.shell.try_borrow() else { return JsValue::UNDEFINED };
        let open = shell.state.selected;
        open.map(|open| word(shell.catalog.id(open))).unwrap_or_default()
    }

    /// Takes a file of the packed dataset.
    ///
    /// # Errors
    ///
    /// If it is no such file: what was found, and what to do.
    pub fn add(&self, file: Vec<u8>) -> Result<(), JsError> {
        let Ok(mut shell) = self.shell.try_borrow_mut() else { return Ok(()) };
        shell.add(file).map_err(|fatal| forms::fatal_out(&fatal))
    }

    /// Opens a record by its id, or with none leaves the detail.
    pub fn select(&self, id: Option<String>) {
        self.act(id.map_or(Action::Back, Action::Select));
    }

    /// Leaves what cannot be shown without a later module, or a file of details, that could not be had.
    pub fn forgo(&self) {
        let Ok(mut shell) = self.shell.try_borrow_mut() else { return };
        match shell.lacks() {
            Some(SEARCH) => shell.act(Action::DropQuery),
            Some(GLOBE) => {
                shell.state.given = Kind::EqualEarth;
                shell.act(Action::Region);
            }
            _ => shell.act(Action::Back),
        }
    }

    /// Takes all filters back, leaves the detail and shows the region.
    pub fn reset(&self) {
        self.act(Action::Back);
        self.act(Action::Clear);
        self.act(Action::Region);
    }
}

/// A string of the script's. Making it there takes the script less code than fetching it from here.
fn word(text: &str) -> JsValue {
    JsValue::from_str(text)
}
