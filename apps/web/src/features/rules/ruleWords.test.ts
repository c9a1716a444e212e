import { defaultRuleSet } from '@sepakat/rules/rule-sets/defaultRuleSet.ts'
import { expect, it } from 'vitest'
import { bandsText, choicesOf, ordinalsOf } from './ruleWords.ts'

const chosen = (question: string, set = defaultRuleSet) =>
  choicesOf(set)
    .flatMap(group => group.choices)
    .find(choice => choice.question === question)?.chosen

it('describes what was chosen', () => {
  expect(chosen('Bobot indeks')).toBe('Penerima layanan 80 persen, mutu 20 persen.')
  expect(chosen('Batas atas capaian')).toBe('Tidak dibatasi; boleh di atas 100.')
  expect(chosen('Batas capaian mutu')).toBe('Paling tinggi 100; nilai asli tetap disimpan.')
  expect(chosen('Indikator yang makin rendah makin baik')).toContain('2 × target')
  const other = { ...defaultRuleSet, sakip: { ...defaultRuleSet.sakip, floor: '0', lower: 'T/R' as const } }
  expect(chosen('Batas bawah capaian', other)).toBe('Paling rendah 0.')
  expect(chosen('Indikator yang makin rendah makin baik', other)).toContain('Target ÷ realisasi')
})

it('distinguishes an inclusive bound from an exclusive one', () => {
  expect(bandsText(defaultRuleSet.spm.scale)).toMatch(
    /^mulai 100 Tuntas Paripurna; .*selebihnya Belum Tuntas\. Dibandingkan sebelum/,
  )
  expect(bandsText(defaultRuleSet.sakip.predicate)).toMatch(/^di atas 90 AA.* setelah dibulatkan/)
})

it('has words for every choice', () => {
  for (const { choices } of choicesOf(defaultRuleSet)) for (const choice of choices) expect(choice.chosen).toBeTruthy()
  expect(ordinalsOf(defaultRuleSet)[0]?.steps).toContain('WDP (Wajar Dengan Pengecualian) = 3')
})
