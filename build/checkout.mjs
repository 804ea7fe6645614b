import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that `git clone` made. */
export const checkout = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/** A path inside the checkout. */
export function inCheckout(...parts) {
  return path.join(checkout, ...parts)
}
