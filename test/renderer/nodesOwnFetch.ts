import { fetch, Headers, Request, Response } from 'undici'

// The engine answers in this process, and takes the requests of Node, not those of happy-dom.
Object.assign(globalThis, { fetch, Headers, Request, Response })
