import { readdir } from 'node:fs/promises'
import path from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.webp': 'image/webp', '.ico': 'image/x-icon',
  '.woff2': 'font/woff2', '.map': 'application/json', '.txt': 'text/plain; charset=utf-8',
}

/** One of the window's built files. */
export interface RendererFile { file: string; type: string; forever: boolean }

/**
 * The window's built files by their address, listed: what is not in the list does not exist, whatever a path says.
 * Links are not in it.
 */
export class RendererFiles {
  readonly #folder: string
  #files: Map<string, RendererFile> | null = null

  constructor(folder: string) {
    this.#folder = folder
  }

  /** @param pathname as in the address, percent-encoded */
  async at(pathname: string): Promise<RendererFile | undefined> {
    this.#files ??= await list(this.#folder)
    return this.#files.get(pathname)
  }

  /** The page that starts the window; the files are listed again, since they may have been built anew. */
  async page(): Promise<RendererFile | undefined> {
    this.#files = await list(this.#folder)
    return this.#files.get('/index.html')
  }
}

async function list(folder: string): Promise<Map<string, RendererFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const files = entries.filter((entry) => entry.isFile() && path.extname(entry.name) in types)
  return new Map(files.map(({ name, parentPath }) => {
    const file = path.join(parentPath, name)
    const address = `/${path.relative(folder, file).split(path.sep).map(encodeURIComponent).join('/')}`
    // The names in assets/ hold their content's hash.
    return [address, { file, type: types[path.extname(name)], forever: address.startsWith('/assets/') }]
  }))
}
