import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openBrowserHost } from '../../../main/engine/host/browserHost.ts'
import { browserInTest } from './browserHostInTest.ts'

const page = { accept: 'text/html,application/xhtml+xml' }
const call = { 'x-lacuna-contract': '1', 'content-type': 'application/json' }
/** One of each kind that is behind the door. */
const doors = [['GET', '/'], ['GET', '/assets/main-1a2b.js'], ['GET', '/alive'], ['POST', '/rpc/projects/list'], ['GET', '/arrays/labels/1'], ['GET', '/images/1/0?size=64']]

test('it listens on the loopback address only', async () => {
  const { door, address } = await browserInTest()
  expect(address.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
  const host = await openBrowserHost(async () => new Response())
  expect(host.server.address()).toMatchObject({ address: '127.0.0.1' })
  host.server.close()
  expect((await door.open()).url).toBe(address.url)
})

test('the first address sets a cookie that no script and no other site has, and leads to one without the token', async () => {
  const { ask, address } = await browserInTest()
  const { status, headers } = await ask(`/?token=${address.token}&at=1`, page)
  expect([status, headers.location, headers['cache-control'], headers['referrer-policy']]).toEqual([303, '/?at=1', 'no-store', 'no-referrer'])
  expect(headers['set-cookie']).toEqual([`lacuna-${address.port}=${address.token}; Path=/; HttpOnly; SameSite=Strict`])
  const [cookie] = headers['set-cookie'] as string[]
  expect((await ask('/', { ...page, cookie: cookie.split(';')[0] })).text).toContain('<title>Lacuna</title>')
})

test('no door opens without a key, with a wrong one, or with another port’s cookie', async () => {
  const { ask, address } = await browserInTest()
  const keys: Record<string, string>[] = [{}, { authorization: 'Bearer wrong' }, { authorization: `Basic ${address.token}` }, { cookie: `lacuna-${address.port}=wrong` },
    { cookie: `lacuna-1=${address.token}` }, { authorization: `Bearer ${address.token.slice(1)}` }]
  for (const [method, target] of [...doors, ['GET', '/?token=wrong'], ['GET', '/?token='], ['POST', `/?token=${address.token}`], ['GET', `/alive?token=${address.token}`]]) {
    for (const key of keys) {
      const { status, headers, text } = await ask(target, key, method)
      expect([method, target, key, status]).toEqual([method, target, key, 401])
      expect(headers['set-cookie']).toBeUndefined()
      expect(JSON.parse(text)).toMatchObject({ code: 'UNAUTHORIZED' })
    }
  }
})

test('with a key, as a cookie or in a header, each door opens', async () => {
  const { ask, key, cookie } = await browserInTest()
  for (const given of [key, cookie, { ...cookie, 'sec-fetch-site': 'same-origin' }, { ...cookie, 'sec-fetch-site': 'none' }]) {
    for (const [method, target] of doors) {
      const { status } = await ask(target, { ...page, ...call, ...given }, method, method === 'POST' ? '{}' : undefined)
      expect([target, status]).toEqual([target, /arrays|images/.test(target) ? 404 : 200])
    }
  }
})

test('under another name of this machine nothing is answered, whatever the key', async () => {
  const { ask, key, address } = await browserInTest()
  const { port } = address
  for (const host of [`evil.example:${port}`, 'evil.example', '127.0.0.1', `127.0.0.1:${port + 1}`, `127.0.0.1.evil.example:${port}`, `[::1]:${port}`, `localhost.:${port}`, `LOCALHOST:${port}`]) {
    for (const [method, target] of [...doors, ['GET', `/?token=${address.token}`]]) {
      expect([host, target, (await ask(target, { ...key, host }, method)).status]).toEqual([host, target, 403])
    }
  }
  for (const target of ['http://evil.example/', `http://evil.example:${port}/`, `http://127.0.0.1:${port + 1}/`]) {
    expect([target, (await ask(target, key)).status]).toEqual([target, 403])
  }
  expect((await ask('/', { ...key, ...page, host: `localhost:${port}` })).status).toBe(200)
})

test('another page is not answered, also one of another port or another name of this machine', async () => {
  const { ask, cookie, address } = await browserInTest()
  const { port } = address
  const foreign = [`http://127.0.0.1:${port + 1}`, `http://localhost:${port}`, `https://127.0.0.1:${port}`, 'http://evil.example', 'null', ''].map((origin) => ({ origin }))
  for (const headers of [...foreign, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
    for (const [method, target] of doors) {
      expect([headers, target, (await ask(target, { ...cookie, ...headers }, method)).status]).toEqual([headers, target, 403])
    }
  }
  const own = { ...cookie, ...call, origin: `http://127.0.0.1:${port}` }
  expect((await ask('/rpc/projects/list', own, 'POST', '{}')).status).toBe(200)
})

test('methods other than GET, HEAD and POST are refused', async () => {
  const { ask, key } = await browserInTest()
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
    const { status, headers } = await ask('/', key, method)
    expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD, POST'])
  }
  for (const target of ['/', '/assets/main-1a2b.js', '/arrays/labels/1']) expect((await ask(target, key, 'POST')).status).toBe(404)
})

test('no path leads out of the window’s folder, however it is written', async () => {
  const { ask, key } = await browserInTest()
  const ways = ['..', '%2e%2e', '.%2e', '%2E.', '%252e%252e', '..%00', '%c0%ae%c0%ae', '..;', '\\..', '..\\', '%5c..', '..%5c']
  const slashes = ['/', '%2f', '%5c', '//', '/./']
  for (const way of ways) {
    for (const slash of slashes) {
      for (const target of [`/${way}${slash}secret.txt`, `/assets${slash}${way}${slash}${way}${slash}secret.txt`, `/${way}${slash}${way}${slash}${way}${slash}etc/passwd`]) {
        const { status, text } = await ask(target, key)
        expect([target, status]).toEqual([target, expect.toBeOneOf([400, 404])])
        expect(text).not.toMatch(/a secret|root:/)
      }
    }
  }
  for (const target of ['/%', '/%zz', '/assets/%E0%A4%A', '//evil.example/', '/assets/', '/assets', `/${'a'.repeat(8000)}`]) {
    expect([target, (await ask(target, key)).status]).toEqual([target, expect.toBeOneOf([400, 404])])
  }
})

test('every answer, also a refusal, forbids what is not the window’s own', async () => {
  const { ask, key, address } = await browserInTest()
  const answers = [await ask('/', { ...key, ...page }), await ask('/assets/main-1a2b.js', key), await ask('/alive', key), await ask('/nothing', key), await ask('/'),
    await ask('/', { host: 'evil.example' }), await ask(`/?token=${address.token}`), await ask('/rpc/projects/list', { ...key, ...call }, 'POST', '{}'), await ask('/rpc/x', key)]
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
      'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY', 'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['access-control-allow-origin']).toBeUndefined()
  }
})

test('a place inside the window is its page; a file that is not there is not, nor is an address of the engine', async () => {
  const { ask, key } = await browserInTest()
  expect((await ask('/projects/1/train', { ...key, ...page })).text).toContain('<title>')
  expect((await ask('/projects/1/train', key)).status).toBe(404)
  expect((await ask('/rpc/nothing', { ...key, ...page })).status).toBe(404)
  expect((await ask('/arrays/nothing', { ...key, ...page })).status).toBe(404)
})

test('files with their hash in their name are kept by the browser, the page is asked for again, and a new build is seen', async () => {
  const { ask, key, renderer } = await browserInTest()
  expect((await ask('/assets/main-1a2b.js', key)).headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': expect.stringContaining('immutable') })
  expect((await ask('/', { ...key, ...page })).headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
  writeFileSync(path.join(renderer, 'assets', 'main-3c4d.js'), 'export const built = 2')
  await ask('/', { ...key, ...page })
  expect((await ask('/assets/main-3c4d.js', key)).text).toContain('built = 2')
})

test('a page is not told the key that it came in with', async () => {
  const { ask, cookie } = await browserInTest()
  for (const target of ['/rpc/engine/browser', '/rpc/engine/%62rowser', '/rpc//engine/browser', '/rpc/engine/browser/']) {
    const { status, text } = await ask(target, { ...cookie, ...call }, 'POST', '{"json":{}}')
    expect([target, status]).toEqual([target, expect.toBeOneOf([404, 422])])
    expect(text).not.toContain('token=')
  }
})

test('the address for a program’s command line lets in once', async () => {
  const { ask, address, door } = await browserInTest()
  const target = address.once.slice(address.once.indexOf('/?'))
  expect(target).not.toContain(address.token)
  expect((await ask(target, page)).status).toBe(303)
  expect((await ask(target, page)).status).toBe(401)
  expect((await door.open()).once).not.toBe(address.once)
})

test('a door is opened again with the port and the key it had, and with another port where that one is taken', async () => {
  const { address, ask, key } = await browserInTest()
  const second = await openBrowserHost(async () => new Response(), address)
  expect(second.port).not.toBe(address.port)
  expect(second.token).toBe(address.token)
  await new Promise((resolve) => second.server.close(resolve))
  const third = await openBrowserHost(async () => new Response(), second)
  expect(third.port).toBe(second.port)
  third.server.close()
  expect((await ask('/alive', key)).status).toBe(200)
})
