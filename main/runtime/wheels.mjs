import { glibcVersion } from './glibc.mjs'
import { SetupError } from './setupError.mjs'

/** The version that Lacuna is tested with; design and benchmarks are measured on it. */
export const TENSORFLOW_VERSION = '2.21.0'

/** Any Python's wheel holds the same C library, and this one exists for every platform. */
export const WHEEL_PYTHON = '3.11'

/**
 * Which wheel brings TensorFlow's C library, by flavour and machine, and how much of the disk it takes at
 * most while it is set up (wheels, pip's own copy of one, and what is unpacked), in bytes.
 */
const WHEELS = {
  cpu: {
    'linux-x64': { project: 'tensorflow-cpu', platforms: manylinux('x86_64'), space: 1.6e9 },
    'linux-arm64': { project: 'tensorflow', platforms: manylinux('aarch64'), space: 1.6e9 },
    'darwin-arm64': { project: 'tensorflow', platforms: ['macosx_12_0_arm64'], space: 1.6e9 },
  },
  cuda: {
    'linux-x64': { project: 'tensorflow', platforms: manylinux('x86_64'), space: 10e9, extra: 'and-cuda' },
  },
}

const OLDEST_GLIBC = 2.27

export const FLAVOURS = Object.keys(WHEELS)

/**
 * The wheel of a flavour for a machine: pip's name of the project, the platform tags it may have, the disk
 * space it needs, and the extra whose requirements (NVIDIA's libraries) come with it.
 * @throws SetupError where there is none
 */
export function wheelFor(flavour, platform = process.platform, arch = process.arch, glibc = glibcVersion()) {
  const wheel = WHEELS[flavour][`${platform}-${arch}`]
  if (!wheel) {
    const machines = Object.keys(WHEELS[flavour]).join(', ')
    throw new SetupError(
      `There is no TensorFlow ${TENSORFLOW_VERSION} (${flavour}) for ${platform} ${arch}, ` +
        `only for ${machines}.`,
    )
  }
  if (platform === 'linux') requireGlibc(glibc)
  return wheel
}

function requireGlibc(glibc) {
  if (glibc && Number.parseFloat(glibc) >= 2 && minor(glibc) >= minor(String(OLDEST_GLIBC))) return
  throw new SetupError(
    `TensorFlow needs the C library glibc ${OLDEST_GLIBC} or newer, and this system has ` +
      `${glibc ? `glibc ${glibc}` : 'another one'}: use a newer Linux, such as Debian 10 or later.`,
  )
}

function minor(version) {
  return Number.parseInt(version.split('.')[1], 10)
}

/** The tags that wheels for this processor carry; pip does not derive the older ones from the newest. */
function manylinux(machine) {
  return [
    'manylinux_2_27',
    'manylinux_2_17',
    'manylinux2014',
    'manylinux_2_12',
    'manylinux2010',
    'manylinux_2_5',
    'manylinux1',
  ].map((tag) => `${tag}_${machine}`)
}
