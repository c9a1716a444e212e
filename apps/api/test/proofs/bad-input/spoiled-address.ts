import fc from 'fast-check'
import { oddTexts } from './spoiled-json.ts'

const escaped = (text: string): string => encodeURIComponent(text.toWellFormed())
const oddSegments = [
  ...oddTexts.filter(text => text.length < 1_000).map(escaped),
  '%',
  '%zz',
  '%00',
  '%ff%fe',
  '%ED%A0%80',
  '..',
  '.',
  '%2e%2e%2f',
  'a'.repeat(199),
  'a'.repeat(300),
  '*',
  ':id',
  ';a=b',
  '0',
  '-1',
  '1e9',
  '99999999999999999999',
]
const oddNames = ['__proto__', 'constructor', 'toString', 'limit', 'cursor', 'a[b]', 'a.b', '', '%', '\u0000']

/** Parameters that are there twice, empty, of the wrong kind, or unknown; `names`: those the route knows. */
export const query = (names: readonly string[], hints: readonly string[]): fc.Arbitrary<string> => {
  const name = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...names, 'limit') }, fc.constantFrom(...oddNames))
  const value = fc.oneof(
    fc.constantFrom('true', 'false', '1', '0', '2026', '2026-TW1', 'draft,approved', 'spm', 'spm/triwulan', ...hints),
    fc.constantFrom(...oddSegments),
    fc.string({ maxLength: 30, unit: 'binary' }).map(escaped),
    fc.integer().map(String),
    fc.base64String({ maxLength: 60 }),
  )
  return fc
    .array(fc.tuple(name, value), { maxLength: 5 })
    .map(pairs => pairs.map(([key, text]) => `${escaped(key)}=${text}`).join('&'))
}

/** A path with, now and then, one of its parts replaced: by the id of something else, or by nothing that could be one. */
export const address = (ids: readonly string[]): fc.Arbitrary<(path: string) => string> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constant((path: string) => path) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.nat(), fc.oneof(fc.constantFrom(...ids), fc.uuid(), fc.constantFrom(...oddSegments)))
        .map(([at, other]) => (path: string) => {
          const [before = '', after = ''] = path.split('?', 2)
          const parts = before.split('/')
          const variable = [...parts.keys()].slice(2)
          const chosen = variable[at % Math.max(1, variable.length)]
          const spoiled = parts.map((part, n) => (n === chosen ? other : part)).join('/')
          return after ? `${spoiled}?${after}` : spoiled
        }),
    },
  )
