import { expect, it } from 'vitest'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import { nextFinding } from './findingOrder.ts'
import { rowPaths } from './rowPaths.ts'

it('goes from a field without a finding to the nearest one after it or before it, within a row too', () => {
  const { store } = openInvented()
  store.set('/counts/kematian/target', { asTyped: 'x' })
  store.set('/counts/kematian/reached', '12')
  store.evaluateNow()
  const paths = rowPaths(store.sections())
  const { findings } = store.evaluated()
  const from = (here: string, step: 1 | -1) => nextFinding(findings, paths, here, step)?.at
  expect(from('/counts/kematian/reached', -1)).toBe('/counts/kematian/target')
  expect(from('/counts/kematian/reached', 1)).toBe('/parts/kematian.desa/required')
  expect(from('/counts/kematian', 1)).toBe('/counts/kematian/target')
})
