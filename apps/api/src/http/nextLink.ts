import type { FastifyRequest } from 'fastify'

/** `Link: <…>; rel="next"` of a list: the same request with the cursor that its body names. */
export const nextLink = ({ url }: FastifyRequest, body: unknown): string | null => {
  if (typeof body !== 'object' || body === null || !('next' in body) || typeof body.next !== 'string') return null
  const next = new URL(url, 'http://here')
  next.searchParams.set('cursor', body.next)
  return `<${next.pathname}${next.search}>; rel="next"`
}
