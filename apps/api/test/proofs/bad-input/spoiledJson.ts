import fc from 'fast-check'

/** JSON before it is written: a text as it will be written, a list, or an object whose keys may be repeated. */
type Tree = { raw: string } | { items: Tree[] } | { members: [string, Tree][] }

const treeOf = (value: unknown): Tree => {
  if (Array.isArray(value)) return { items: value.map(treeOf) }
  if (typeof value === 'object' && value !== null)
    return { members: Object.entries(value).map(([key, inner]) => [key, treeOf(inner)]) }
  return { raw: JSON.stringify(value) ?? 'null' }
}

const write = (tree: Tree): string => {
  if ('raw' in tree) return tree.raw
  if ('items' in tree) return `[${tree.items.map(write).join(',')}]`
  return `{${tree.members.map(([key, inner]) => `${JSON.stringify(key)}:${write(inner)}`).join(',')}}`
}

export const oddTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udc00y',
  '\u202e\u202d',
  '\ufeff',
  '🏝️👩‍👩‍👧',
  'ﷺ'.repeat(40),
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '$removed',
  '$parent',
  '$position',
  'null',
  'undefined',
  'true',
  'NaN',
  'Infinity',
  '-0',
  '1e3',
  '0x10',
  '1.234,5x',
  '9'.repeat(18),
  '9'.repeat(400),
  "'; DROP TABLE submission; --",
  '$1; SELECT pg_sleep(9)',
  '../../../etc/passwd',
  '..\\..\\boot.ini',
  '%00%0a%2e%2e',
  '/recipients/gepeng/due/more',
  '//',
  '/~0/~1/~',
  '{"a":1}',
  '<script>alert(1)</script>',
  '{{7*7}}#{7*7}',
  '2026-02-31',
  '0000-00-00',
  '9999-12-31',
  '275760-09-13',
  '-000001-01-01T00:00:00Z',
  '2026-01-01T25:61:00+99:00',
  '2026-TW9',
  '0000',
  '9999-TW4',
  'a'.repeat(65),
  'x'.repeat(5_000),
  'é'.repeat(41_000),
]
const oddNumbers = [
  '0',
  '-1',
  '-0',
  '0.1',
  '1.5',
  '1e400',
  '-1e400',
  '1e-400',
  '2147483648',
  '-2147483649',
  '9007199254740993',
  '99999999999999999999999999',
  '1E3',
  '00',
  '+1',
  'NaN',
  'Infinity',
  '0x1f',
  '1_000',
]
const json = (value: unknown): Tree => ({ raw: JSON.stringify(value) ?? 'null' })
const nested = (depth: number, open: string, close: string): Tree => ({
  raw: open.repeat(depth) + close.repeat(depth),
})

const junk = (ids: readonly string[]): fc.Arbitrary<Tree> =>
  fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom(...oddTexts).map(json) },
    { weight: 30, arbitrary: fc.string({ maxLength: 60, unit: 'binary' }).map(json) },
    { weight: 40, arbitrary: fc.constantFrom(...oddNumbers).map(raw => ({ raw })) },
    {
      weight: 40,
      arbitrary: fc.constantFrom('null', 'true', 'false', '[]', '{}', '""', 'undefined').map(raw => ({ raw })),
    },
    { weight: 40, arbitrary: fc.constantFrom(...ids).map(json) },
    { weight: 20, arbitrary: fc.uuid().map(json) },
    { weight: 10, arbitrary: fc.constantFrom(...ids).map(id => json(id.toUpperCase())) },
    { weight: 10, arbitrary: fc.constantFrom(...ids).map(id => json(`{${id.replaceAll('-', '')}}`)) },
    { weight: 30, arbitrary: fc.jsonValue({ maxDepth: 4 }).map(treeOf) },
    {
      weight: 20,
      arbitrary: fc.constantFrom(
        ...[3, 30, 41, 300, 20_000].flatMap(depth => [nested(depth, '[', ']'), nested(depth, '{"a":', 'null}')]),
      ),
    },
    {
      weight: 10,
      arbitrary: fc.constantFrom(
        { raw: '{"__proto__":{"admin":true}}' },
        { raw: '{"constructor":{"prototype":{"admin":true}}}' },
        { items: Array.from({ length: 3_000 }, () => ({ raw: '0' })) },
        { members: Array.from({ length: 2_000 }, (_, n): [string, Tree] => [`k${n}`, { raw: '1' }]) },
      ),
    },
    { weight: 3, arbitrary: fc.constantFrom(300_000, 2_000_000, 6_000_000).map(long => json('A'.repeat(long))) },
  )

type Edit = (at: Tree) => Tree
const oddKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
  '\u0000',
  'a/b~c',
  '\ud800',
  'k'.repeat(3_000),
]
const without = <T>(list: T[], at: number): T[] => list.filter((_, place) => place !== at % Math.max(1, list.length))

/** What is done at one place of a body. */
const edit = (ids: readonly string[]): fc.Arbitrary<Edit> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: junk(ids).map(
        (other): Edit =>
          () =>
            other,
      ),
    },
    {
      weight: 2,
      arbitrary: fc.nat(50).map(
        (at): Edit =>
          tree => {
            if ('items' in tree) return { items: without(tree.items, at) }
            return 'members' in tree ? { members: without(tree.members, at) } : { raw: 'null' }
          },
      ),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constantFrom(...oddKeys), junk(ids)).map(
        ([key, inner]): Edit =>
          tree => {
            if ('members' in tree) return { members: [...tree.members, [key, inner]] }
            return 'items' in tree ? { items: [...tree.items, inner] } : { members: [[key, inner]] }
          },
      ),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.nat(50), junk(ids)).map(
        ([at, inner]): Edit =>
          tree => {
            const twice = 'members' in tree ? tree.members[at % Math.max(1, tree.members.length)] : undefined
            return 'members' in tree && twice ? { members: [...tree.members, [twice[0], inner]] } : tree
          },
      ),
    },
    { weight: 1, arbitrary: fc.constant<Edit>(tree => ({ items: [tree] })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(2, 201, 600).map(
        (times): Edit =>
          tree => {
            const [first] = 'items' in tree ? tree.items : []
            return first ? { items: Array.from({ length: times }, () => first) } : tree
          },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constant<Edit>(tree => {
        if (!('raw' in tree)) return tree
        return { raw: tree.raw.startsWith('"') ? tree.raw.slice(1, -1) || '0' : JSON.stringify(tree.raw) }
      }),
    },
  )

const sizeOf = (tree: Tree): number => {
  if ('raw' in tree) return 1
  const inner = 'items' in tree ? tree.items : tree.members.map(([, it]) => it)
  return inner.reduce((sum, it) => sum + sizeOf(it), 1)
}

/** The tree with its n-th node edited, counted from the root down. */
const editAt = (tree: Tree, n: number, change: Edit): Tree => {
  if (n === 0) return change(tree)
  let left = n - 1
  const into = (inner: Tree): Tree => {
    const size = sizeOf(inner)
    const edited = left >= 0 && left < size ? editAt(inner, left, change) : inner
    left -= size
    return edited
  }
  if ('raw' in tree) return tree
  if ('items' in tree) return { items: tree.items.map(into) }
  return { members: tree.members.map(([key, inner]) => [key, into(inner)]) }
}

/** A placeholder for the body that a caller with the permission would send. */
const knownBody = Symbol('the body of one who may')

/**
 * A body, mostly spoiled at one place or a few, as it will be written; `known` is given when it is sent. `ids`: of things that are
 * there, also of another office.
 */
export const spoiled = (
  bodies: fc.Arbitrary<unknown>,
  ids: readonly string[],
): fc.Arbitrary<(known: unknown) => string> => {
  const edits = fc.oneof(
    { weight: 8, arbitrary: fc.constant([]) },
    { weight: 9, arbitrary: fc.array(fc.tuple(fc.nat(10_000), edit(ids)), { minLength: 1, maxLength: 3 }) },
  )
  const edited = fc
    .tuple(fc.oneof({ weight: 3, arbitrary: fc.constant(knownBody) }, { weight: 2, arbitrary: bodies }), edits)
    .map(([given, changes]) => (known: unknown) => {
      const whole = treeOf(given === knownBody ? known : given)
      return write(changes.reduce((tree, [at, change]) => editAt(tree, at % sizeOf(tree), change), whole))
    })
  return fc.oneof({ weight: 15, arbitrary: edited }, { weight: 1, arbitrary: junk(ids).map(tree => () => write(tree)) })
}
