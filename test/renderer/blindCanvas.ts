// happy-dom draws nothing: charts get a canvas that takes every call and shows none. What they draw, a
// browser's tests see.
const context = new Proxy({} as Record<string | symbol, unknown>, {
  get: (drawn, name) =>
    drawn[name] ?? (name === 'measureText' ? (text: string) => ({ width: 6 * text.length }) : () => context),
})

HTMLCanvasElement.prototype.getContext = ((kind: string) => (kind === '2d' ? context : null)) as never

// Nor does it lay anything out: everything has some size.
for (const [name, pixels] of Object.entries({
  clientWidth: 600,
  clientHeight: 300,
  offsetWidth: 600,
  offsetHeight: 300,
})) {
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => pixels })
}
