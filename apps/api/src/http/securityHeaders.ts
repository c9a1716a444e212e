import type { FastifyReply } from 'fastify'
import { docsStyleSource } from './docs/page.ts'

const always = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
}
/** What browsers heed of a page alone: on a slow line each answer without it comes earlier. */
const ofPages = {
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}
/** Scripts and styles come from our own files only; what a script sets on an element is no inline style. */
const pagePolicy = [
  "default-src 'self'",
  "script-src 'self'",
  `style-src 'self' ${docsStyleSource}`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')
const dataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** The security headers of an answer: those of a page, of data that no browser should run, or of a file that a page is made of. */
export const securityHeaders = ({ secure }: { secure: boolean }) => {
  const common = secure ? { ...always, 'strict-transport-security': 'max-age=31536000' } : always
  const page = { ...common, ...ofPages, 'content-security-policy': pagePolicy }
  const data = { ...common, 'content-security-policy': dataPolicy }
  const headersOf = (url: string) => {
    if (url.startsWith('/assets/')) return common
    return url.startsWith('/api/') && !url.startsWith('/api/docs') ? data : page
  }
  return (url: string, id: string, reply: FastifyReply): void => {
    reply.headers(headersOf(url)).header('x-request-id', id)
  }
}
