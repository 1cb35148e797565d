// Remembers the memory of every instance, for the test to measure.
globalThis.memories = [];
const Plain = WebAssembly.Instance;
WebAssembly.Instance = class extends Plain {
  constructor(...given) {
    super(...given);
    if (this.exports.memory ?? Object.values(this.exports).some((one) => one instanceof WebAssembly.Memory)) {
      globalThis.memories.push(Object.values(this.exports).find((one) => one instanceof WebAssembly.Memory));
    }
  }
};
