/** History is written in one place: a write returns its events, and `record` or the API's frame appends them (decision 0076). */
import { expect, it } from 'vitest'
import { code, isTest, linesMatching, targetsOf } from './sources.ts'

const product = code().filter(source => !isTest(source))
const history = 'prisma/src/history'
/** `bind-existing` writes pages of events that are too many to be returned. */
const appending = [`${history}/record.ts`, `${history}/bindExisting.ts`]

it('only record.ts appends an event', () => {
  const importers = product.filter(source => targetsOf(source).includes(`${history}/appendEvent.ts`))
  expect(importers.map(({ file }) => file)).toEqual([`${history}/record.ts`])
})

it('only record.ts appends what a write returns', () => {
  const callers = product.filter(({ text }) => /\bappendEvents\(/.test(text)).map(({ file }) => file)
  expect(callers.sort()).toEqual(appending.toSorted())
})

it('no other statement writes to the table of events', () => {
  const others = product.filter(
    ({ file }) => /^(apps|packages|prisma)\//.test(file) && file !== `${history}/appendEvent.ts`,
  )
  expect(linesMatching(others, /INSERT INTO event\b(?!_)|\bevent\.(create|createMany|upsert)\b/)).toEqual([])
})
