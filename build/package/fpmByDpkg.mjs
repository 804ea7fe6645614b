#!/usr/bin/env node
// Stands in for fpm, which electron-builder would fetch: makes a .deb with dpkg-deb out of fpm's arguments.
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { bytesOf } from '../../main/runtime/layout.mjs'

const text = { type: 'string' }
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    source: { ...text, short: 's' }, target: { ...text, short: 't' }, depends: { ...text, short: 'd', multiple: true }, force: { type: 'boolean' },
    'deb-recommends': { ...text, multiple: true }, 'deb-compression': text, 'deb-priority': text, architecture: text, 'after-install': text,
    'after-remove': text, description: text, version: text, package: text, name: text, maintainer: text, vendor: text, url: text,
    category: text, license: text,
  },
})

const work = mkdtempSync(path.join(tmpdir(), 'lacuna-deb-'))
try {
  // It becomes the system's root, which all may read.
  chmodSync(work, 0o755)
  for (const mapping of positionals) place(mapping)
  control()
  const compression = { zst: 'zstd' }[values['deb-compression']] ?? values['deb-compression']
  execFileSync('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '-z3', '--build', work, values.package], { stdio: 'inherit' })
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** FROM=TO, where a folder's FROM ends with a slash. */
function place(mapping) {
  const at = mapping.indexOf('=')
  const target = path.join(work, mapping.slice(at + 1))
  mkdirSync(path.dirname(target), { recursive: true })
  cpSync(mapping.slice(0, at), target, { recursive: true, verbatimSymlinks: true })
}

/** The file "control" of Debian's policy, chapter 5, and the scripts that apt runs. */
function control() {
  const fields = {
    Package: values.name, Version: values.version, Architecture: values.architecture, Maintainer: values.maintainer,
    'Installed-Size': Math.ceil(bytesOf(work) / 1024), Depends: values.depends?.join(', '), Recommends: values['deb-recommends']?.join(', '),
    Section: values.category, Priority: values['deb-priority'], Description: values.description,
  }
  const folder = path.join(work, 'DEBIAN')
  mkdirSync(folder)
  const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `${name}: ${value}`)
  writeFileSync(path.join(folder, 'control'), `${lines.join('\n').replaceAll(/\n\s*\n/g, '\n')}\n`)
  script('postinst', values['after-install'])
  script('postrm', values['after-remove'])
}

function script(name, file) {
  const target = path.join(work, 'DEBIAN', name)
  writeFileSync(target, readFileSync(file))
  chmodSync(target, 0o755)
}
