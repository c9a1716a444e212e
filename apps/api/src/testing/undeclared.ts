import { openapi } from '#http/openapi/openapi.ts'

interface Declared {
  content?: Record<string, { examples?: Record<string, unknown> }>
}
type Operation = { responses: Record<string, Declared> }
const { paths } = openapi('http://localhost') as { paths: Record<string, Record<string, Operation>> }

const placed = Object.entries(paths).map(([path, operations]) => ({
  pattern: new RegExp(`^/api/v1${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  isExact: !path.includes('{'),
  operations,
}))

/** Of what no address of the document is: it decodes to nothing. */
const isAddress = (path: string): boolean => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** How an address was answered otherwise than the document says; null: as it says, or an address that it does not have. */
export const undeclared = (
  method: string,
  url: string,
  { statusCode, body }: { statusCode: number; body: string },
): string | null => {
  const path = url.split('?', 1)[0] ?? ''
  const found = isAddress(path) ? placed.filter(({ pattern }) => pattern.test(path)) : []
  const operations = (found.find(({ isExact }) => isExact) ?? found[0])?.operations
  const responses = operations?.[method.toLowerCase().replace('head', 'get')]?.responses
  if (!responses) return null
  const declared = responses[statusCode]
  const codes = declared?.content?.['application/problem+json']?.examples
  if (declared && (!codes || method === 'HEAD')) return null
  const code = statusCode < 400 || method === 'HEAD' ? '' : JSON.parse(body).code
  return codes && code in codes ? null : `${method} ${path} answered ${statusCode} ${code}`
}
