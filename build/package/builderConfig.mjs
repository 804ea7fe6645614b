import path from 'node:path'
import { inCheckout } from '../checkout.mjs'

/** A workspace's backup, which a double click opens. */
const backups = { ext: 'lacuna', name: 'Lacuna backup', description: 'A backup of a Lacuna project', mimeType: 'application/x-lacuna', role: 'Editor' }

/**
 * What Electron's security guide turns off, all in the program itself. The engine runs on the Node 24 beside it and not on
 * Electron's own, so that RunAsNode can be off.
 */
export const fuses = {
  runAsNode: false, enableNodeOptionsEnvironmentVariable: false, enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: process.platform !== 'linux', onlyLoadAppFromAsar: true, enableCookieEncryption: true,
  // Apple's processors start no program whose signature is broken, as turning fuses breaks it.
  resetAdHocDarwinSignature: process.platform === 'darwin',
  loadBrowserProcessSpecificV8Snapshot: false, grantFileProtocolExtraPrivileges: false,
}

/** What Electron loads of a system: electron-builder's own list, and the two that it leaves out. */
const debianPackages = [
  'libgtk-3-0', 'libnotify4', 'libnss3', 'libxss1', 'libxtst6', 'xdg-utils', 'libatspi2.0-0', 'libuuid1', 'libsecret-1-0',
  'libgbm1', 'libasound2',
]

/**
 * electron-builder's configuration.
 * @param {{folder: string, electron: {folder: string, version: string} | null, feed: string | undefined}} options `folder` is
 *   where everything is laid out; `electron` is one that lies on this machine; `feed` is where updates are looked for
 */
export function builderConfig({ folder, electron, feed }) {
  return {
    appId: 'org.lacuna.workbench', productName: 'Lacuna', copyright: 'MIT, see LICENSE', asar: true, npmRebuild: false,
    directories: { app: path.join(folder, 'app'), buildResources: path.join(folder, 'drawn'), output: inCheckout('out', 'installers') },
    ...(electron && { electronDist: electron.folder, electronVersion: electron.version }),
    // Its packages are bundled into it.
    files: ['**/*', '!node_modules/**'], extraResources: resources(path.join(folder, 'lacuna')),
    electronFuses: fuses, electronLanguages: ['en-US'], compression: 'normal', fileAssociations: [backups],
    publish: feed ? { provider: 'generic', url: feed } : null,
    ...systems(path.join(folder, 'drawn')),
  }
}

/** A folder node_modules is passed over unless it is named itself. */
function resources(lacuna) {
  return ['', '/node_modules'].map((part) => ({ from: `${lacuna}${part}`, to: `lacuna${part}` }))
}

function systems(drawn) {
  const licence = inCheckout('LICENSE')
  return {
    linux: {
      icon: path.join(drawn, 'icons'), category: 'Science', executableName: 'lacuna', mimeTypes: ['inode/directory', 'application/zip'],
      synopsis: 'Finds what belongs to no class of your images', maintainer: 'The makers of Lacuna <lacuna@localhost>',
      desktop: { entry: { StartupWMClass: 'Lacuna', Keywords: 'anomaly;images;outliers;labels;' } },
    },
    deb: {
      compression: 'zst', priority: 'optional', packageCategory: 'science', depends: debianPackages,
      fpm: [`${licence}=/usr/share/doc/lacuna/copyright`, `${inCheckout('NOTICES.md')}=/usr/share/doc/lacuna/NOTICES.md`],
    },
    mac: { icon: path.join(drawn, 'icon.icns'), category: 'public.app-category.developer-tools', hardenedRuntime: true, target: [{ target: 'dmg', arch: ['arm64'] }] },
    win: { icon: path.join(drawn, 'icon.ico') },
    nsis: { oneClick: false, perMachine: false, license: licence, allowToChangeInstallationDirectory: true, deleteAppDataOnUninstall: false },
  }
}
