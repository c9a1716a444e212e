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
