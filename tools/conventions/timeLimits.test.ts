// What ends a test that hangs is set once for all, in vitest.config.ts, apps/web/vitest.config.ts and e2e/playwright.config.ts: a limit
// of its own was fitted to a fast machine, and failed on a slow one.
import { expect, it } from 'vitest'
import { code, isTest } from './sources.ts'

/** Each kill waits for messages that are sent again. */
const byWhatItDoes = ['apps/api/test/proofs/killedWebhooks.test.ts']
const limit =
  /\btest\.setTimeout\(|(test|hook)Timeout:|^(it|test|before|after|describe)\b[^\n]*\}, [\d_]+\)$|^ {0,2}\}, [\d_]+\)$/m

it('no test has a time limit of its own that only ends what hangs', () => {
  const wrong = code().filter(
    source => isTest(source) && !byWhatItDoes.includes(source.file) && limit.test(source.text),
  )
  expect(wrong.map(({ file }) => file)).toEqual([])
})
