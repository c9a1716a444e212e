import { readFileSync } from 'node:fs'
import { buildForm, catalogueSchema, defaultRuleSet, kinds } from '@sepakat/rules'
import { expect, it } from 'vitest'
import { lppdAnswers } from './lppdAnswers.ts'

const file = new URL('../../../packages/rules/src/kinds/lppd-tahunan/catalogue.json', import.meta.url)
const catalogue = catalogueSchema.parse(JSON.parse(readFileSync(file, 'utf8')))

it('a whole LPPD of every indicator is blocked by nothing: all its values are usual for their rows', () => {
  const rows = catalogue.rows.filter(row => row.table === 'indicators').map(({ id }) => id)
  const form = buildForm(kinds['lppd/tahunan']!, catalogue, defaultRuleSet, {
    ...{ office: { id: 'o', name: 'Dinas' }, period: '2026', rows, plan: { from: 2025, to: 2029 }, sources: {} },
  })
  const { findings } = form.evaluate(lppdAnswers(catalogue, rows, 2026))
  expect(findings.filter(({ blocks }) => blocks)).toEqual([])
})
