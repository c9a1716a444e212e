/** Opaque, or what who asks may do: the bare server knows no rights. */
const apart = new Set(['next', 'moves'])

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const instant = /^\d{4}-\d\d-\d\dT/
const instantOf = (value: unknown): number =>
  typeof value === 'string' && instant.test(value) ? Date.parse(value) : Number.NaN

const same = (a: unknown, b: unknown): boolean => a === b || instantOf(a) === instantOf(b)

/** Where an answer of the bare server does not say what the product's says: paths, each with both values. */
export const compareInformation = (product: unknown, bare: unknown, path = ''): string[] => {
  if (!isObject(product) || !isObject(bare))
    return same(product, bare) ? [] : [`${path}: ${JSON.stringify(product)}, bare ${JSON.stringify(bare)}`]
  return Object.keys(product)
    .filter(key => !apart.has(key))
    .flatMap(key => compareInformation(product[key], bare[key], `${path}/${key}`))
}
