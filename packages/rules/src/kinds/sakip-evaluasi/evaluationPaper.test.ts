import { expect, it } from 'vitest'
import { answered, catalogue, graded, subcomponents, together } from '#test/evaluationWorksheet.ts'
import { paperGiven } from '#test/paperGiven.ts'
import { buildForm } from '../../form/buildForm.ts'
import { fillPaper } from '../../papers/fillPaper.ts'
import { defaultRuleSet } from '../../rule-sets/defaultRuleSet.ts'
import type { Answers } from '../../types/Answers.ts'
import { evaluationPaper } from './evaluationPaper.ts'
import { kind } from './kind.ts'

function partsOf(answers: Answers) {
  const office = { id: 'dinsos', name: 'Dinas Sosial' }
  const plan = { from: 2025, to: 2030 }
  const form = buildForm(kind, catalogue, defaultRuleSet, { office, period: '2026', rows: '*', plan, sources: {} })
  const given = paperGiven(form, answers, '2026')
  const parts = fillPaper(evaluationPaper, given)
  const lines = parts.flatMap(part => (part.part === 'table' ? [part.lines] : []))
  return { parts, tables: lines.map(table => table.map(({ cells }) => cells.map(({ text }) => text))) }
}

const grades = (grade: string) => Object.fromEntries(subcomponents.map(({ code }) => [code, grade]))
const due = '2027-03-31'

it('says weight, criteria, grade and score of each component, the whole with its predicate, and what is recommended', () => {
  const { parts, tables } = partsOf(
    together(
      answered('verified', { '1.a': 5 }),
      graded({ ...grades('BB'), '1.a': 'B' }, { '1.a': 'Satu pedoman belum ada.' }),
      {
        recommendations: { r1: { $position: 'a0', text: 'Agar pedoman ditetapkan.', due } },
      },
    ),
  )
  const [worksheet, notes, followUps, recommendations] = tables
  // 1.a: 70 % of 6; the others of the first component 80 % of 24; of the whole 80 % of 94
  expect(worksheet?.[0]).toEqual(['Perencanaan Kinerja', '30', '', '', '23,40'])
  expect(worksheet?.[1]?.slice(2)).toEqual(['6', '5 dari 6', 'B', '4,20'])
  expect(worksheet?.at(-1)).toEqual(['Nilai akuntabilitas kinerja', '100', '', '', '79,40'])
  expect(worksheet).toHaveLength(4 + 12 + 1)
  expect(notes).toEqual([['1.', 'Satu pedoman belum ada.', '1.a']])
  expect(followUps).toEqual([['Tidak ada.']])
  expect(recommendations).toEqual([['1.', 'Agar pedoman ditetapkan.', '31\u00a0Mar\u00a02027']])
  expect(parts.find(part => part.part === 'facts')).toMatchObject({
    facts: [{ said: 'Dinas Sosial' }, { said: '79,40' }, { said: 'BB (Sangat Baik)' }],
  })
})

it('has dashes where the evaluator has not graded', () => {
  const { tables } = partsOf(answered('met'))
  expect(tables[0]?.[1]?.slice(3)).toEqual(['0 dari 6', '-', '-'])
  expect(tables[0]?.at(-1)?.at(-1)).toBe('-')
})
