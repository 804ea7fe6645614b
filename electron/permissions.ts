import { session } from 'electron'

/** Lacuna's pages need no camera, no place, no device, and nothing from outside. */
export function forbidAll(): void {
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.setDevicePermissionHandler(() => false)
  own.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => answer({ cancel: isOutside(url) }))
}

/** Developer tools and pictures made by the page itself are not. */
function isOutside(url: string): boolean {
  return !/^(app|devtools|blob|data):/.test(url)
}
