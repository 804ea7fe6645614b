/** What npm packages carry that no program loads: types, source maps, tests, sources of what is compiled. */
const NEVER = [
  /\.(map|tsbuildinfo|flow|markdown)$/, /\.d\.[cm]?ts$/, /\.min\.js\.html$/, /_test\.js$/, /^(?!.*@img\/).*\/(CHANGELOG|README)[^/]*$/i,
  /^node_modules\/@(types|webgpu)\//, /\/better-sqlite3\/(deps|src)\//, /\/@tensorflow\/[^/]+\/src\//,
  /\/@tensorflow\/[^/]+\/dist\/(tf|tf-[a-z-]+)\.(es2017|fesm|min|js|es2017\.min|fesm\.min)(\.js)?$/,
  /\/@tensorflow\/tfjs-backend-webgpu\/dist\/(?!tf-backend-webgpu\.node\.js$)/, /^node_modules\/webgpu\/build\//,
  /\/echarts\/(dist|i18n|theme|types|build|asset)\//, /\/node-[a-z-]*(linux|darwin|win)[a-z0-9-]*\/(include|share)\//,
  /\/google-protobuf\/google\//, /\/adm-zip\/test\//,
]

/** Compiled for one machine each, by their place in the package; Dawn's for macOS is for both of its processors. */
const COMPILED = [
  /\/prebuilds\/(linux|linuxmusl|darwin|win32)-(x64|arm64)\.node$/, /\/onnxruntime-node\/bin\/[^/]+\/(linux|darwin|win32)\/(x64|arm64)\//,
  /\/webgpu\/dist\/(linux|darwin|win32)-(x64|arm64|universal)\//,
]

/**
 * Whether a file of an npm package is left out of what is shipped.
 * @param place from the checkout on, with slashes: node_modules/sharp/README.md
 * @param {{platform: string, arch: string}} machine as Node names it
 */
export function isUnneeded(place, { platform, arch }) {
  if (NEVER.some((pattern) => pattern.test(place))) return true
  const compiled = COMPILED.map((pattern) => pattern.exec(place)).find(Boolean)
  return compiled !== undefined && (compiled[1] !== platform || ![arch, 'universal'].includes(compiled[2]))
}
