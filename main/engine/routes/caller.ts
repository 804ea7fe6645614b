import type { Hono } from 'hono'

/** By which door a request came in: a page's, or that of this user's programs. */
export interface Caller { isPage: boolean }

/** The app that the routes are added to. */
export type EngineRoutes = Hono<{ Bindings: Caller }>
