// What Electron's own default application does: starts the application whose folder or file is the first plain argument,
// after any modules asked for with -r. It is copied into the runtime that electronRuntime.mjs makes.
// A module, so that Electron waits for the application's code before it is ready.
import { app } from 'electron'
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)
const target = readArguments(process.argv.slice(1))
if (!target) throw new Error('electron: no application was given.')

try {
  await import(pathToFileURL(entryOf(target)).href)
} catch (error) {
  console.error(error)
  app.exit(1)
}

function readArguments(args) {
  for (let i = 0; i < args.length; i += 1) {
    if (args[i] === '-r' || args[i] === '--require') require(path.resolve(args[(i += 1)]))
    else if (!args[i].startsWith('-')) return path.resolve(args[i])
  }
}

function entryOf(target) {
  if (!statSync(target).isDirectory()) {
    app.setAppPath(path.dirname(target))
    return target
  }
  const { name, productName, version, main } = JSON.parse(readFileSync(path.join(target, 'package.json'), 'utf8'))
  if (productName ?? name) app.setName(productName ?? name)
  if (version) app.setVersion(version)
  app.setAppPath(target)
  return path.join(target, main ?? 'index.js')
}
