/** Only the store knows SQL (ARCHITECTURE.md): everything else calls the functions of `prisma/src`. */
import { expect, it } from 'vitest'
import { code, isTest, linesMatching } from './sources.ts'

const sql =
  /\.query\s*[(<]|\$(query|execute)Raw|\bpool\b|['"`]\s*(SELECT|WITH|INSERT INTO|DELETE FROM|UPDATE \S+ SET|LOCK|SET LOCAL)\s/
const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\//g, kept => kept.replaceAll(/[^\n]/g, ' '))

const product = code()
  .filter(source => /^(apps|packages)\//.test(source.file) && !isTest(source))
  .map(({ file, text }) => ({ file, text: withoutComments(text) }))

it('no product code outside prisma/src runs SQL or takes a connection', () => {
  expect(product.length).toBeGreaterThan(1000)
  expect(linesMatching(product, sql)).toEqual([])
})

it.each([
  "await tx.query('clean-codes', text, [now])",
  'reader(db).query<{ id: string }>(name, text)',
  "const database = await db.pool.query('SELECT 1')",
  'db.prisma.$queryRawUnsafe(text)',
  "const text = 'DELETE FROM session WHERE id = $1'",
  '  `UPDATE submission SET progress = $2`',
])('%s would be found', line => {
  expect(linesMatching([{ file: 'a.ts', text: line }], sql)).toEqual([`a.ts:1: ${line.trim()}`])
})

const cold =
  /^prisma\/src\/(announcements|archive|catalogue|contributions|nomenclature|offices|people|plan|rule-sets|seconding|settings)\//
const lock = /pg_advisory_xact_lock|FOR (NO KEY )?UPDATE/

/** Whether a file has a statement that is no lock, and does not say why it is not left to Prisma Client. */
const isUnsaid = (text: string): boolean =>
  text
    .split(/\bstatement\(/)
    .slice(1)
    .some(one => !lock.test(one)) && !/\bby SQL\b/i.test(text)

it('off the hot roads the store says why it runs SQL, but for locks', () => {
  const files = code().filter(source => cold.test(source.file) && !isTest(source))
  expect(files.length).toBeGreaterThan(30)
  expect(files.filter(({ text }) => isUnsaid(text)).map(({ file }) => file)).toEqual([])
})

it.each([
  ['a statement without a reason', "statement('a', 'SELECT 1')", true],
  ['one with its reason', "// By SQL: one of many.\nstatement('a', 'SELECT 1')", false],
  ['a lock', "statement('a', 'SELECT 1 FOR UPDATE')", false],
  ['a lock beside another', "statement('a', 'SELECT 1 FOR UPDATE')\nstatement('b', 'SELECT 1')", true],
])('%s', (_, text, found) => {
  expect(isUnsaid(text)).toBe(found)
})
