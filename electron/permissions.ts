import { session } from 'electron'

/** A page may write text into the clipboard where a person asks for it; it may not read there. */
const copying = 'clipboard-sanitized-write'

/** Lacuna's pages need no camera, no place, no device, and nothing from outside; all they may do is copy. */
export function forbidAll(): void {
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === copying))
  own.setPermissionCheckHandler((_contents, permission) => permission === copying)
  own.setDevicePermissionHandler(() => false)
  own.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => answer({ cancel: isOutside(url) }))
}

/** Developer tools and pictures made by the page itself are not. */
function isOutside(url: string): boolean {
  return !/^(app|devtools|blob|data):/.test(url)
}
