// node build/package/layOutAll.mjs FOLDER: lays out what is shipped for this machine, and draws its icons. A program of its
// own, because sharp wants Node 24.
import path from 'node:path'
import { inCheckout } from '../checkout.mjs'
import { runProgram } from '../program.mjs'
import { drawIcons } from './icons.mjs'
import { layOut } from './layOut.mjs'

await runProgram(async ([folder]) => {
  layOut(folder, { platform: process.platform, arch: process.arch })
  await drawIcons(inCheckout('renderer', 'icon.svg'), path.join(folder, 'drawn'))
})
