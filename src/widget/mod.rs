//! The thin shell: the only place that knows a browser.
//!
//! In: DOM events, sizes and addresses that the script hands over. Out: nodes under a shadow root,
//! and effects for the script to carry out (address, events for the host, print). It makes no
//! decisions: an event becomes an action, a tree becomes nodes.
//!
//! The script owns every listener and timer, so that one guard there catches a panic anywhere
//! here, and so that nothing here has to be unhooked. No borrow is held while the host's code can
//! run: events for the host leave through the script after the call has ended.

mod api;
mod arrived;
mod bundled;
mod catalog;
mod events;
mod forms;
mod locale;
mod patch;
mod shell;

/// The memory of the module: small code for a program that asks for little.
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
