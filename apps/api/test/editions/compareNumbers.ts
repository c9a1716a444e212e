/**
 * Every number of the editions of 2025 in the database of `DATABASE_APP_URL`, beside the independent SQL script. Called by
 * `npm run soak documents` over the whole demo year; `fillYear.test.ts` compares those of six offices.
 * @module
 */
import { openDatabase } from '@sepakat/db'
import { editionNumbers } from './editionNumbers.ts'

const db = openDatabase({ url: process.env.DATABASE_APP_URL ?? '', max: 4 })
try {
  const all = await editionNumbers(db)
  const wrong = all.filter(({ shown, computed }) => shown !== computed)
  const lines = [
    `- ${all.length} numbers of the tables of all editions of the demo year, each beside the independent SQL script`,
    ...wrong
      .slice(0, 20)
      .map(({ table, key, shown, computed }) => `- NOT: ${table}, ${key}: ${shown}, by the script ${computed}`),
    `${all.length - wrong.length} passed, ${wrong.length} failed`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  process.exitCode = wrong.length > 0 ? 1 : 0
} finally {
  await db.close()
}
