// Programs that stand in for Python with pip and for the C++ compiler.

/** Serves the wheels of a folder; FAKE_PIP, or else the file `mode`, says what goes wrong. */
export const PYTHON = `#!${process.execPath}
const fs = require('node:fs'), path = require('node:path')
const args = process.argv.slice(2), set = __dirname + '/../mode'
const mode = process.env.FAKE_PIP ?? (fs.existsSync(set) ? fs.readFileSync(set, 'utf8') : 'works')
if (args[2] === '--version') process.exit(mode === 'absent' ? 1 : 0)
const requirement = args.at(-1), project = requirement.split(/[=<>]/)[0], folder = __dirname + '/../wheels'
fs.appendFileSync(__dirname + '/../downloads.log', project + '\\n')
const fail = (text) => { console.error(text); process.exit(1) }
if (mode === 'offline') fail("WARNING: Retrying after connection broken by 'NewConnectionError(" +
  "Failed to establish a new connection: [Errno 111] Connection refused')\\n" +
  'ERROR: No matching distribution found for ' + requirement)
if (mode === 'full') fail('ERROR: OSError: [Errno 28] No space left on device')
if (mode === 'fails at ' + project) fail('ProtocolError: Connection broken: IncompleteRead(12 bytes read)')
const wheel = fs.readdirSync(folder).find((name) => name.startsWith(project.replaceAll('-', '_') + '-'))
if (!wheel) fail('ERROR: No matching distribution found for ' + requirement)
const bytes = fs.readFileSync(path.join(folder, wheel))
if (mode === 'hangs') {
  console.log('Downloading ' + wheel + ' (10.0 MB)')
  fs.writeFileSync(path.join(process.env.TMPDIR, 'part'), Buffer.alloc(4e6))
  fs.writeFileSync(__dirname + '/../pid', String(process.pid))
}
const leave = () => fs.writeFileSync(path.join(args[args.indexOf('--dest') + 1], wheel),
  mode === 'cut' ? bytes.subarray(0, bytes.length / 2) : bytes)
setTimeout(leave, mode === 'hangs' ? 600_000 : mode === 'slow' ? 700 : 0)
`

/** Hands out the addon that was compiled beforehand; FAKE_COMPILER says what goes wrong. */
export const COMPILER = `#!${process.execPath}
const fs = require('node:fs'), args = process.argv.slice(2)
if (args[0] === '--version') process.exit(0)
if (process.env.FAKE_COMPILER === 'fails') {
  console.error('tfjs_backend.cc:1: error: no such thing')
  process.exit(1)
}
const target = args[args.indexOf('-o') + 1]
if (process.env.FAKE_COMPILER === 'garbage') fs.writeFileSync(target, 'garbage')
else fs.copyFileSync(__dirname + '/../addon.node', target)
`

/** The least that Node loads as an addon. */
export const ADDON = 'void *napi_register_module_v1(void *env, void *exports) { return exports; }'
