import { readdirSync } from 'node:fs'

/** The wheel files in a folder. */
export function wheelsIn(folder) {
  return readdirSync(folder).filter((file) => file.endsWith('.whl'))
}

/**
 * Whether a wheel's name (PROJECT-VERSION-PYTHON-ABI-PLATFORM.whl) says that it satisfies a requirement such as
 * `nvidia-nccl-cu12<3.0,>=2.27.7`. Versions are compared number by number, as NVIDIA and TensorFlow count theirs.
 */
export function satisfies(file, requirement) {
  const [, project, bounds] = /^([\w.-]+?)((?:[<>=!~].*)?)$/.exec(requirement)
  const [name, version] = file.split('-')
  if (plain(name) !== plain(project)) return false
  return bounds.split(',').filter(Boolean).every((bound) => isWithin(version, bound))
}

/** Whether a wheel's name says that it is for one of these platforms; `any` fits all. */
export function isForPlatform(file, platforms) {
  const tags = file.slice(file.lastIndexOf('-') + 1, -'.whl'.length).split('.')
  return tags.some((tag) => tag === 'any' || platforms.includes(tag))
}

/** Hyphens, dots and underscores in the names of projects mean the same. */
function plain(name) {
  return name.replaceAll(/[-._]+/g, '_').toLowerCase()
}

function isWithin(version, bound) {
  const [, sign, limit] = /^(<=|>=|==|!=|<|>|~=)(.*)$/.exec(bound)
  const order = compared(version, limit)
  if (sign === '~=') return order >= 0 && version.startsWith(limit.slice(0, limit.lastIndexOf('.') + 1))
  return { '<=': order <= 0, '>=': order >= 0, '==': order === 0, '!=': order !== 0, '<': order < 0, '>': order > 0 }[sign]
}

/** Below 0 where `one` is older than `other`. Missing numbers are 0. */
function compared(one, other) {
  const [left, right] = [one, other].map((version) => version.split('.').map((part) => Number.parseInt(part, 10) || 0))
  for (let place = 0; place < Math.max(left.length, right.length); place += 1) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
