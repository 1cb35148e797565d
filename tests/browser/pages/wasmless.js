// A browser that knows no WebAssembly.
delete globalThis.WebAssembly;
