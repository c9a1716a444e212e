import canonicalize from 'canonicalize'

/**
 * The canonical JSON of RFC 8785, the input of SHA-256: equal values have one text.
 * Throws on NaN, Infinity, lone surrogates, BigInt, cycles and anything JSON cannot express. Properties that are
 * `undefined` are dropped silently: pass only what a schema has parsed.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('This value has no JSON.')
  return text
}
