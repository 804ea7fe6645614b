// node build/notices.mjs: writes NOTICES.md from the production packages of package-lock.json and their
// licence files. What does not come from npm is described in noticesByHand.md.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inCheckout } from './checkout.mjs'
import { runProgram } from './program.mjs'
import { say } from './progress.mjs'

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i
const COPYRIGHT = /^\W*(copyright\b|\(c\)|©)/i

await runProgram(() => {
  const packages = productionPackages()
  const byHand = readFileSync(inCheckout('build', 'noticesByHand.md'), 'utf8').trim()
  const sections = [byHand, table(packages), licenceTexts(packages.filter(({ os }) => !os))]
  writeFileSync(inCheckout('NOTICES.md'), `${sections.join('\n\n')}\n`)
  say(`NOTICES.md names ${packages.length} packages.`)
})

/** Each once, however often npm has put it into node_modules, in the order of the alphabet. */
function productionPackages() {
  const { packages } = JSON.parse(readFileSync(inCheckout('package-lock.json'), 'utf8'))
  const found = new Map()
  for (const [folder, { version, license, dev, devOptional, os }] of Object.entries(packages)) {
    if (!folder || dev || devOptional) continue
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
    found.set(`${name} ${version}`, { name, version, license: license ?? 'see its text', folder, os })
  }
  return [...found.keys()].toSorted().map((key) => found.get(key))
}

function table(packages) {
  const rows = packages.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`)
  return ['## npm packages', '', '| package | version | licence |', '|---|---|---|', ...rows].join('\n')
}

/** Texts that differ only in who holds the copyright are printed once, with all who do. */
function licenceTexts(packages) {
  const texts = new Map()
  for (const { name, version, folder } of packages) {
    for (const text of licencesIn(folder)) {
      const { key, holders, body } = splitLicence(text)
      const same = texts.get(key) ?? { body, holders: [] }
      same.holders.push(`- ${name} ${version}${holders ? `: ${holders}` : ''}`)
      texts.set(key, same)
    }
  }
  const sections = [...texts.values()].map(
    ({ holders, body }) => `${holders.join('\n')}\n\n${indented(body)}`,
  )
  return ['## Licence texts of npm packages', ...sections].join('\n\n')
}

function licencesIn(folder) {
  const place = inCheckout(folder)
  const files = readIfThere(() => readdirSync(place, { withFileTypes: true })) ?? []
  const names = files.filter((file) => file.isFile() && LICENCE_FILE.test(file.name)).map((file) => file.name)
  return names.toSorted().map((name) => readFileSync(path.join(place, name), 'utf8'))
}

function splitLicence(text) {
  const lines = text.replaceAll('\r', '').trim().split('\n')
  const isHolder = (line) => COPYRIGHT.test(line) && !/copyright notice/i.test(line) && line.length < 200
  const holders = lines
    .filter(isHolder)
    .map((line) => line.trim())
    .join('; ')
  const body = lines
    .filter((line) => !isHolder(line))
    .join('\n')
    .trim()
  return { holders, body, key: body.replaceAll(/\W+/g, ' ').toLowerCase() }
}

/** An indented block: Markdown leaves it as it is. */
function indented(text) {
  return text
    .split('\n')
    .map((line) => (line.trim() ? `    ${line.trimEnd()}` : ''))
    .join('\n')
}

function readIfThere(read) {
  try {
    return read()
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}
