import fc from 'fast-check'
import { kindForms } from './kindAnswers.ts'
import { oddTexts } from './spoiledJson.ts'

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

/** Such as lists give out to be gone on after, with anything in them. */
const textCursor = (text: string): string => Buffer.from(text).toString('base64url')
const cursorOf = (values: unknown[]): string => textCursor(JSON.stringify(values))
const instants = [
  'infinity',
  '2026-01-01T00:00:00.000000Z',
  '0000-01-01T00:00:00.000000Z',
  '2026-13-01T00:00:00.000000Z',
]

/** Parameters that are there twice, empty, of the wrong kind, or unknown; `names`: those the route knows. */
export const query = (names: readonly string[], hints: readonly string[]): fc.Arbitrary<string> => {
  const name = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...names, 'limit') }, fc.constantFrom(...oddNames))
  const value = fc.oneof(
    fc.constantFrom('true', 'false', '1', '0', '2026', '2026-TW1', 'draft,approved', 'spm', 'spm/triwulan', ...hints),
    fc.constantFrom(...oddSegments),
    fc.string({ maxLength: 30, unit: 'binary' }).map(escaped),
    fc.integer().map(String),
    fc.base64String({ maxLength: 60 }),
    fc
      .array(fc.oneof(fc.constantFrom(...oddTexts.slice(0, 50), ...hints), fc.integer()), { maxLength: 5 })
      .map(cursorOf),
    fc.constantFrom(...instants).chain(due => fc.constantFrom(...hints).map(id => textCursor(`${due} ${id}`))),
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
      weight: 3,
      arbitrary: fc
        .constantFrom(...kindForms, 'sakip/evaluasi', 'spm/nope')
        .map(form => (path: string) => path.replace(/\/(spm|lppd|sakip|lkpj)\/[a-z-]+/, `/${form}`)),
    },
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
