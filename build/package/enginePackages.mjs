import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The folders of the npm packages that the engine loads, relative to `root`: those of package.json that a file of main/
 * names in quotes, and what they depend on, as package-lock.json has put it. The window's own are in its built files.
 * @returns {string[]} such as node_modules/sharp, without those for other systems
 */
export function enginePackages(root) {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  const isQuoted = quotedIn(path.join(root, 'main'))
  const found = new Set()
  const waiting = Object.keys(packages[''].dependencies).filter(isQuoted).map((name) => placeOf(packages, '', name))
  while (waiting.length > 0) {
    const place = waiting.pop()
    if (!place || found.has(place) || !existsSync(path.join(root, place))) continue
    found.add(place)
    waiting.push(...neededBy(packages[place]).map((name) => placeOf(packages, place, name)))
  }
  return [...found].toSorted()
}

function neededBy({ dependencies, optionalDependencies }) {
  return Object.keys({ ...dependencies, ...optionalDependencies })
}

/** As Node looks for it: inside the package that asks, and then in the folders around it. */
function placeOf(packages, asker, name) {
  const own = `node_modules/${name}`
  for (let around = asker; around !== ''; around = around.slice(0, Math.max(0, around.lastIndexOf('/node_modules/')))) {
    if (packages[`${around}/${own}`]) return `${around}/${own}`
  }
  return packages[own] ? own : undefined
}

function quotedIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => /\.m?[jt]s$/.test(entry.name))
  const text = files.map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8')).join('\n')
  return (name) => text.includes(`'${name}'`) || text.includes(`'${name}/`)
}
