//! One widget on the page: catalog, state, answer, and the trees that are laid over the DOM.
//!
//! In: actions and times. Out: painted nodes and the effects that are left for the script.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element as Dom, HtmlElement, ShadowRoot};

use crate::catalog::Catalog;
use crate::dataset::Problem;
use crate::map::{Camera, ease_out};
use crate::markup::Element;
use crate::query::{Answer, Standing};
use crate::text::{Lang, joined};
use crate::view::{self, Action, Context, Effect, Land, State, address};

use super::events::Drag;
use super::locale::Browser;
use super::patch;

/// How long the camera glides, milliseconds.
const GLIDE: f64 = 320.0;

/// Everything of one widget. Borrowed only while no code of the host can run.
pub(super) struct Shell {
    document: Document,
    root: ShadowRoot,
    locale: Browser,
    pub(super) catalog: Catalog,
    pub(super) problems: Vec<Problem>,
    pub(super) state: State,
    standing: Standing,
    pub(super) answer: Answer,
    pub(super) drag: Drag,
    pub(super) page_lang: Lang,
    pub(super) still: bool,
    land: Land,
    camera: Camera,
    glide: Option<Glide>,
    effects: Vec<Effect>,
    tree: Option<(Element, Dom)>,
    stale: Stale,
}

/// What no longer shows the state.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stale {
    Nothing,
    Map,
    Page,
}

/// A camera on its way.
struct Glide {
    from: Camera,
    begun: Option<f64>,
}

impl Shell {
    /// A widget that is not painted yet.
    pub(super) fn new(
        root: ShadowRoot,
        catalog: Catalog,
        problems: Vec<Problem>,
        land: Land,
        lang: Lang,
        locale: Browser,
    ) -> Option<Self> {
        let document = root.owner_document()?;
        let state = State::new(lang);
        let mut standing = Standing::new(&catalog);
        let answer = standing.answer(&catalog, &state.filter, lang, &locale, usize::MAX);
        let camera = Camera::world(land.projection(), &state.viewport);
        Some(Self {
            document,
            root,
            locale,
            catalog,
            problems,
            state,
            standing,
            answer,
            drag: Drag::default(),
            page_lang: lang,
            still: false,
            land,
            camera,
            glide: None,
            effects: Vec::new(),
            tree: None,
            stale: Stale::Page,
        })
    }

    fn context(&self) -> Context<'_> {
        Context { catalog: &self.catalog, locale: &self.locale, lang: self.state.lang }
    }

    /// Applies an action; the page follows with the next [`Shell::paint`].
    pub(super) fn act(&mut self, action: Action) {
        let pointed = self.state.pointed;
        let stale = match action {
            Action::Point(_) => Stale::Nothing,
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

    fn ask(&mut self) {
        let State { filter, lang, .. } = &self.state;
        self.answer = self.standing.answer(&self.catalog, filter, *lang, &self.locale, usize::MAX);
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

    /// Paints what is stale, `now` in milliseconds of any clock; true while more frames are wanted.
    pub(super) fn paint(&mut self, now: f64) -> bool {
        if self.stale == Stale::Nothing && self.glide.is_none() {
            return false;
        }
        let before = self.camera;
        self.camera = self.look(now);
        if before != self.camera {
            self.stale = self.stale.max(Stale::Map);
        }
        match self.stale {
            Stale::Nothing => {}
            Stale::Map => self.paint_map(),
            Stale::Page => self.paint_page(),
        }
        self.stale = Stale::Nothing;
        self.glide.is_some()
    }

    /// Where the camera is at `now`.
    fn look(&mut self, now: f64) -> Camera {
        let goal = view::camera(self.context(), &self.state, &self.land);
        let Some(glide) = &mut self.glide else { return goal };
        let t = (now - *glide.begun.get_or_insert(now)) / GLIDE;
        if t >= 1.0 {
            self.glide = None;
            return goal;
        }
        glide.from.between(&goal, ease_out(t))
    }

    fn paint_page(&mut self) {
        let context = self.context();
        let tree = view::page(context, &self.state, &self.answer, &self.camera, &self.land);
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

    /// Only the map changed: its part of the tree alone is made and laid anew.
    fn paint_map(&mut self) {
        let map = view::map(self.context(), &self.state, &self.answer, &self.camera, &self.land);
        let Some((tree, dom)) = &mut self.tree else { return };
        let (Some(old), Ok(Some(dom))) =
            (tree.find_mut("map"), dom.query_selector("[data-key=map]"))
        else {
            return;
        };
        patch::patch(&self.document, &dom, old, &map);
        *old = map;
    }

    /// The file of the base map that would show more of what is seen.
    pub(super) fn wanted(&self) -> &'static str {
        self.land.wanted(&self.camera)
    }

    /// Draws finer land with the next paint; false if the bytes are no base map.
    pub(super) fn refine(&mut self, bytes: &[u8]) -> bool {
        self.stale = self.stale.max(Stale::Map);
        self.land.refine(bytes)
    }

    /// Brings the view to what an address says, given without foreign parts.
    pub(super) fn visit(&mut self, text: &str) {
        let flat = self.land.projection();
        address::read(&self.catalog, &mut self.state, text, self.page_lang, flat);
        self.stale = Stale::Page;
        self.ask();
    }

    /// What a screen reader is told of the answer.
    pub(super) fn announcement(&self) -> String {
        view::announcement(self.context(), &self.answer)
    }

    /// The effects since the last call. Focus must be moved after this borrow has ended.
    pub(super) fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
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
