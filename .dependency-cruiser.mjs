// Who may import whom: what is not listed is forbidden. Where a file is named, only that file may be imported:
// `compute/runtimeFolder` is where things lie, `reports/text` is how numbers and durations are put into words.
const only = (from, ...to) => ({
  name: `${from}-imports`,
  comment: `${from} may import only ${[from, ...to].join(', ')} within Lacuna`,
  severity: 'error',
  from: { path: `^main/${from}/` },
  to: { path: '^(main|renderer|electron)/', pathNot: [from, ...to].map((folder) => `^main/${folder}`) },
})

const keep = (library, folder) => ({
  name: `${library}-only-in-${folder}`,
  severity: 'error',
  from: { path: '^(main|renderer|electron)/', pathNot: `^main/${folder}/` },
  to: { path: `node_modules/${library}/` },
})

/** What runs beside main/, and which of its folders it may know. */
const host = (folder, ...of) => ({
  name: `${folder}-imports`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { path: '^(main|renderer|electron)/', pathNot: [`^${folder}/`, ...of.map((one) => `^main/${one}`)] },
})

export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: { path: '^(main|renderer|electron)/' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    // Nothing else looks at the imports of plain JavaScript.
    { name: 'imported-files-are-there', severity: 'error', from: {}, to: { couldNotResolve: true, path: '^[.]' } },
    { name: 'main-knows-no-window', severity: 'error', from: { path: '^main/' }, to: { path: 'node_modules/(electron|vue|pinia)/' } },
    host('electron', 'client', 'contract', 'compute/runtimeFolder'),
    host('renderer', 'contract'),
    { name: 'main-imports-no-host', severity: 'error', from: { path: '^main/' }, to: { path: '^(renderer|electron)/' } },
    { name: 'electron-only-in-electron', severity: 'error', from: { path: '^(main|renderer)/' }, to: { path: 'node_modules/electron/' } },
    keep('better-sqlite3', 'store'),
    keep('sharp', 'datasets'),
    keep('@tensorflow/tfjs-node-gpu', 'compute'),
    keep('@tensorflow/tfjs-backend-webgpu', 'compute'),
    keep('webgpu', 'compute'),
    keep('libsvm-js', 'detectors'),
    keep('onnxruntime-node', '(encoders|workers)'),
    keep('pbf', 'exports'),
    only('contract'),
    only('metrics'),
    only('archive', 'contract/parsedJson'),
    only('studies', 'contract', 'metrics', 'models/random', 'reports/charts', 'reports/page', 'reports/tables', 'reports/text'),
    only('comparisons', 'contract', 'metrics'),
    only('linear'),
    only('models'),
    only('compute'),
    // What the set-up (build/) and the engine both use, on any Node: plain JavaScript.
    only('runtime', 'compute/runtimeFolder'),
    only('detectors', 'metrics', 'linear', 'models/encodingNames', 'models/random'),
    only('labels', 'detectors'),
    only('datasets', 'archive/zipFile'),
    only('store', 'contract', 'datasets/statistics'),
    // Workers are where everything heavy meets; their messages are in the contract's words.
    only('workers', 'contract', 'datasets', 'models', 'detectors', 'labels', 'compute', 'metrics', 'linear', 'reports', 'encoders', 'exports', 'comparisons', 'studies/outputs', 'archive', 'runtime/setUp'),
    only('encoders', 'contract'),
    only('exports', 'models', 'detectors'),
    only('reports', 'contract', 'metrics', 'linear', 'datasets', 'workers/messages', 'archive'),
    // The engine's side: it sends jobs to workers as messages, and asks nothing heavy of anyone.
    only('jobs', 'contract', 'store', 'workers/messages', 'compute/threads', 'compute/runtimeFolder', 'compute/webgpu/versions', 'compute/cards', 'compute/deviceName', 'runtime/setUp', 'datasets', 'studies', 'models/batches', 'exports/modelCard', 'models/architecture', 'models/parameters', 'reports/text'),
    only('engine', 'contract', 'store', 'jobs', 'datasets', 'detectors/registry', 'studies', 'reports', 'exports/onnx/models', 'comparisons'),
    only('client', 'contract', 'compute/runtimeFolder'),
    only('cli', 'contract', 'client', 'compute', 'datasets/sample', 'datasets/publicSets', 'reports/text', 'reports/verdictText', 'studies'),
  ],
  options: { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true },
}
