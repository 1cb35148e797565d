//! One widget on the page: catalog, state, answer, and the trees that are laid over the DOM.
//!
//! In: actions and times. Out: painted nodes and the effects that are left for the script.

mod crowds;
mod grow;
mod looking;
mod moving;

use std::mem::{replace, take};

use wasm_bindgen::JsCast;
use web_sys::{Document, Element as Dom, HtmlElement};

use crate::catalog::{Catalog, RecordId};
use crate::dataset::{Fatal, Problem};
use crate::map::{Camera, Kind};
use crate::markup::Element;
use crate::query::{Answer, Standing, url};
use crate::text::{Lang, joined};
use crate::view::hand::Hand;
use crate::view::{self, Action, Context, Effect, Land, Scenery, State, address, texts};

use super::arrived::{self, DETAIL, GLOBE, MOVING, SEARCH};
use super::bundled;
use super::locale::Browser;
use super::patch;
use looking::Glide;
use moving::Carry;
pub(super) use moving::RESTS;

/// The land until finer land is there.
const FIRST: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/www/basemap/first.bin"));
/// How many records have their words gathered before the script looks at the clock.
const STEP: u32 = 64;

/// Everything of one widget. Borrowed only while no code of the host can run.
pub(super) struct Shell {
    document: Document,
    root: Dom,
    locale: Browser,
    pub(super) catalog: Catalog,
    pub(super) problems: Vec<Problem>,
    pub(super) state: State,
    standing: Standing,
    /// Whether the state waits for an answer.
    unasked: bool,
    pub(super) answer: Answer,
    hand: Hand,
    pub(super) page_lang: Lang,
    pub(super) still: bool,
    land: Land,
    /// What the map shows of the answer, until the page changes.
    scenery: Scenery,
    camera: Camera,
    /// Where the region lies in the present box, for an open record and a language.
    region: Option<(Option<RecordId>, Lang, Camera)>,
    carry: Carry,
    glide: Option<Glide>,
    effects: Vec<Effect>,
    tree: Option<(Element, Dom)>,
    stale: Stale,
    /// How many steps of the first paint are done.
    step: u8,
    /// The language that is shown as soon as it has been learnt.
    wish: Option<Wish>,
    /// Of the bundled dataset: how many languages had been learnt when the catalog was built.
    learnt: Option<usize>,
}

/// A language that was asked for.
#[derive(Clone, Copy)]
struct Wish {
    lang: Lang,
    /// By the visitor or the host: the address will say so.
    by_action: bool,
}

/// What no longer shows the state.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stale {
    Nothing,
    Map,
    Page,
}

/// Whether all texts of a language are there; those of the bundled dataset if that is shown.
fn is_known(lang: Lang, bundled: Option<usize>) -> bool {
    texts::is_known(lang) && (bundled.is_none() || bundled::is_known(lang))
}

impl Shell {
    /// A widget that is not painted yet.
    pub(super) fn new(
        root: Dom,
        from: super::catalog::Catalog,
        lang: Option<Lang>,
        worldview: &str,
        projection: &str,
    ) -> Option<Self> {
        let learnt = from.learnt.get();
        let (catalog, problems) = from.into_parts()?;
        let land = Land::bare(worldview, &catalog);
        let lang = lang.unwrap_or(catalog.dataset().language);
        let locale = Browser::default();
        let document = root.owner_document()?;
        let known = is_known(lang, learnt);
        let mut state = State::new(if known { lang } else { Lang::default() });
        state.grown = 0;
        state.given = Kind::from_name(projection);
        let standing = Standing::new(&catalog);
        let camera = Camera::world(land.projection(Kind::EqualEarth), &state.viewport);
        Some(Self {
            document,
            root,
            locale,
            catalog,
            problems,
            state,
            standing,
            unasked: false,
            answer: Answer::default(),
            hand: Hand::default(),
            page_lang: lang,
            still: false,
            land,
            scenery: Scenery::default(),
            camera,
            region: None,
            carry: Carry::default(),
            glide: None,
            effects: Vec::new(),
            tree: None,
            stale: Stale::Page,
            step: 0,
            wish: (!known).then_some(Wish { lang, by_action: false }),
            learnt,
        })
    }

    fn context(&self) -> Context<'_> {
        Context { catalog: &self.catalog, locale: &self.locale, lang: self.state.lang }
    }

    /// Applies an action; the page follows with the next [`Shell::paint`].
    pub(super) fn act(&mut self, action: Action) {
        if let Action::Language(lang) = action
            && !self.may_show(Wish { lang, by_action: true })
        {
            return;
        }
        // What would be fitted is not known before it can be drawn.
        if matches!(action, Action::Fit) && self.lacks().is_some() {
            return;
        }
        let pointed = self.state.pointed;
        let stale = match &action {
            Action::Point(_) => Stale::Nothing,
            Action::Resize(view, _) if view.is_as_large_as(&self.state.viewport) => Stale::Nothing,
            Action::Resize(..) => {
                self.region = None;
                // The sheet may become a column.
                if self.state.sheet { Stale::Page } else { Stale::Map }
            }
            _ if action.moves_map() => Stale::Map,
            _ => Stale::Page,
        };
        let context =
            Context { catalog: &self.catalog, locale: &self.locale, lang: self.state.lang };
        let (answer, land) = (&self.answer, &self.land);
        let fit = |state: &State| view::fit_answer(context, state, answer, land);
        let effects =
            view::update(&self.catalog, &mut self.state, action, answer, self.camera, &fit);
        let stale = if pointed == self.state.pointed { stale } else { Stale::Page };
        self.stale = self.stale.max(stale);
        for effect in effects {
            self.note(effect);
        }
    }

    /// Asks as soon as what that needs has arrived.
    fn ask(&mut self) {
        self.unasked = self.step == 0 || self.lacks() == Some(SEARCH);
        if self.unasked {
            return;
        }
        let State { filter, lang, .. } = &self.state;
        self.answer = self.standing.answer(&self.catalog, filter, *lang, &self.locale, usize::MAX);
    }

    /// The later module without which this can be neither asked nor painted.
    pub(super) fn lacks(&self) -> Option<&'static str> {
        let lacking = |name, needed: bool| (needed && !arrived::has(name)).then_some(name);
        let search = lacking(SEARCH, !self.state.filter.q.is_empty());
        let globe = lacking(GLOBE, self.state.projection() != Kind::EqualEarth);
        search.or(globe).or_else(|| lacking(DETAIL, self.state.selected.is_some()))
    }

    /// Gathers some more words if a search is `expected` or under way; false if there is nothing to
    /// do.
    pub(super) fn gather(&mut self, expected: bool) -> bool {
        let wanted = expected || !self.state.filter.q.is_empty();
        if !wanted || !arrived::has(SEARCH) || self.standing.gathered() >= self.catalog.len() {
            return false;
        }
        self.standing.gather(&self.catalog, &self.locale, STEP);
        if self.standing.outgrown(&self.catalog) {
            self.stale = Stale::Page;
            self.ask();
        }
        true
    }

    fn note(&mut self, effect: Effect) {
        match effect {
            Effect::Ask => self.ask(),
            Effect::Glide if !self.still => {
                self.glide = Some(Glide { from: self.camera, begun: None });
            }
            Effect::Glide => {}
            effect => self.effects.push(effect),
        }
    }

    /// Paints what is stale, `now` in milliseconds of any clock; gives in how many of them there is more to
    /// paint.
    pub(super) fn paint(&mut self, now: f64) -> f64 {
        if self.unasked {
            self.ask();
        }
        let new = self.is_new();
        if new {
            self.stale = self.grow();
        }
        if arrived::has(MOVING) {
            self.tick(now);
        }
        if self.stale == Stale::Nothing && self.glide.is_none() {
            return if new { 0.0 } else { self.carry.settles_in() };
        }
        let before = self.camera;
        if !new {
            self.camera = self.look(now);
        }
        self.land.show_on(self.camera.projection);
        if before != self.camera {
            self.stale = self.stale.max(Stale::Map);
        }
        match replace(&mut self.stale, Stale::Nothing) {
            Stale::Nothing => {}
            stale if !new && arrived::has(MOVING) && self.carries(stale, now) => {}
            Stale::Map => self.paint_region(view::MAP, "map", false),
            Stale::Page => self.paint_page(),
        }
        let moves = new || self.glide.is_some() || self.hand.is_adrift();
        if moves { 0.0 } else { self.carry.settles_in() }
    }

    /// The end of the list has come near; false if it does not go on by itself.
    pub(super) fn lengthen(&mut self) -> bool {
        let more = self.state.lengthen();
        if more && self.lacks().is_none() {
            self.paint_region(view::LIST, "results", false);
        }
        more
    }

    fn paint_page(&mut self) {
        if !self.is_new() {
            self.scenery = self.scenery();
        }
        let Self { state, answer, scenery, camera, land, .. } = &*self;
        let tree = view::page(self.context(), state, answer, scenery, camera, land);
        let Some((old, dom)) = &mut self.tree else {
            if let Some(dom) = patch::create(&self.document, &tree) {
                let _ = self.root.append_child(&dom);
                self.tree = Some((tree, dom));
            }
            return;
        };
        patch::patch(&self.document, dom, old, &tree);
        *old = tree;
    }

    /// The fragment of an address that holds this view under `prefix`.
    #[inline(never)] // It travels in a later module.
    pub(super) fn address(&self, hash: &str, prefix: &str) -> String {
        url::merge(hash, prefix, &address::write(&self.catalog, &self.state, self.page_lang))
    }

    /// Brings the view to what the fragment of an address says under `prefix`.
    #[inline(never)] // It travels in a later module.
    pub(super) fn visit(&mut self, hash: &str, prefix: &str) {
        let text = &url::extract(hash, prefix);
        let (flat, shown) = (self.land.projection(Kind::EqualEarth), self.state.lang);
        address::read(&self.catalog, &mut self.state, text, self.page_lang, flat);
        if !self.may_show(Wish { lang: self.state.lang, by_action: false }) {
            self.state.lang = shown;
        }
        self.stale = Stale::Page;
        self.ask();
    }

    /// The language that has to be learnt next.
    pub(super) fn awaited(&self) -> Option<Lang> {
        Some(self.wish?.lang)
    }

    /// Whether a language can be shown now; else it is wished for, and the last wish counts.
    fn may_show(&mut self, wish: Wish) -> bool {
        let known = is_known(wish.lang, self.learnt);
        self.wish = if known { None } else { Some(wish) };
        if known {
            self.renew();
        }
        known
    }

    /// Shows the language that was wished for, as far as it has been learnt.
    pub(super) fn settle(&mut self, lang: Lang) {
        let Some(wish) = self.wish.take_if(|wish| wish.lang == lang) else { return };
        self.stale = Stale::Page;
        if texts::is_known(lang) {
            self.renew();
            self.state.lang = lang;
            self.ask();
            if wish.by_action {
                self.effects.push(Effect::Address { push: false });
            }
        } else if self.page_lang == lang {
            self.page_lang = self.state.lang;
        }
    }

    /// Takes a file of the packed dataset.
    pub(super) fn add(&mut self, file: Vec<u8>) -> Result<(), Fatal> {
        self.stale = Stale::Page;
        self.catalog.learn(file)
    }

    /// Gives the catalog the words that have been learnt since; its records stay in their places.
    fn renew(&mut self) {
        let Some(known) = self.learnt.filter(|known| *known < bundled::learnt()) else { return };
        for words in bundled::words_after(known) {
            let _ = self.catalog.learn(words); // They fitted when they were learnt.
        }
        self.standing = Standing::new(&self.catalog);
        self.region = None;
        self.learnt = Some(bundled::learnt());
    }

    /// What a screen reader is told of the answer.
    pub(super) fn announcement(&self) -> String {
        view::announcement(self.context(), &self.answer)
    }

    /// The effects since the last call. Focus must be moved after this borrow has ended.
    pub(super) fn take_effects(&mut self) -> Vec<Effect> {
        take(&mut self.effects)
    }

    /// What takes the focus for a `data-key`: the element itself, or the first link or button in it.
    pub(super) fn keyed(&self, key: &str) -> Option<HtmlElement> {
        let (_, dom) = self.tree.as_ref()?;
        let selector = joined(&["[data-key=\"", key, "\"]"]);
        let element = dom.query_selector(&selector).ok()??;
        let inner = element.query_selector("a, button").ok()?;
        let whole = element.has_attribute("tabindex") || element.has_attribute("data-do");
        let target = if whole { element } else { inner.unwrap_or(element) };
        Some(target.unchecked_into())
    }
}
