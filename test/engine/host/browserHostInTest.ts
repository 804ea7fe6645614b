import { request } from 'node:http'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { BrowserDoor } from '../../../main/engine/host/browserDoor.ts'
import { Clients } from '../../../main/engine/host/clients.ts'
import { engineInTest } from '../engineInTest.ts'
import { temporaryFolder } from '../temporaryFolder.ts'

export interface Answer { status: number; headers: Record<string, string | string[] | undefined>; text: string }

/** A window as it is built: a page, and a file with its hash in its name. */
export function rendererFolder(): string {
  const folder = path.join(temporaryFolder(), 'renderer')
  mkdirSync(path.join(folder, 'assets'), { recursive: true })
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Lacuna</title>')
  writeFileSync(path.join(folder, 'assets', 'main-1a2b.js'), 'export {}')
  writeFileSync(path.join(folder, '..', 'secret.txt'), 'a secret beside the folder')
  return folder
}

/** An engine behind a door for browsers. `ask` sends the path as it is: what `fetch` would tidy up stays. */
export async function browserInTest() {
  const renderer = rendererFolder()
  const made = await engineInTest({ renderer })
  const door = new BrowserDoor(made.engine.fetch, new Clients(() => undefined))
  onTestFinished(() => door.close())
  const address = await door.open()
  const own = { host: `127.0.0.1:${address.port}` }
  const ask = (target: string, headers: Record<string, string> = {}, method = 'GET', body?: string) =>
    send(address.port, target, { ...own, ...headers }, method, body)
  const key = { authorization: `Bearer ${address.token}` }
  return { ...made, renderer, door, address, ask, key, cookie: { cookie: `lacuna-${address.port}=${address.token}` } }
}

function send(port: number, target: string, headers: Record<string, string>, method: string, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: target, method, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => { text += part })
      response.once('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }))
    })
    sent.once('error', reject)
    sent.end(body)
  })
}
