import canonicalize from 'canonicalize'

/**
 * The canonical JSON of RFC 8785, over which SHA-256 is taken: two equal values have one text.
 * Throws on NaN, Infinity, lone surrogates, BigInt, cycles and on what JSON cannot say at all. Properties that are
 * `undefined` fall out silently: pass only what a schema has parsed.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('This value has no JSON.')
  return text
}
