import type { CookieSerializeOptions } from '@fastify/cookie'

/** A cookie to set, as Fastify's plugin takes it. */
export interface Cookie {
  name: string
  value: string
  options: CookieSerializeOptions
}
