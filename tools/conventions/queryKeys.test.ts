// What is read of a route is known by the route and its arguments alone, so that it can be read again by naming the route:
// `queryOf`, `pagesOf` and `everyPageOf` make the keys (apps/web/src/sync/transport/queryOf.ts).
import { expect, it } from 'vitest'
import { code, isTest } from './sources.ts'

const home = 'apps/web/src/sync/transport/queryOf.ts'
const byHand = /queryKey: \[\s*['"`](GET|POST|PUT) |queryFn: [^\n]*\bapi\(/

it('no key of a query of the server is written by hand', () => {
  const wrong = code().filter(source => source.file !== home && !isTest(source) && byHand.test(source.text))
  expect(wrong.map(({ file }) => file)).toEqual([])
})
