import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildForm } from '../../form/buildForm.ts'
import { schemaOf } from '../../form/schemaOf.ts'
import { defaultRuleSet } from '../../rule-sets/defaultRuleSet.ts'
import type { Answers } from '../../types/Answers.ts'
import type { Catalogue } from '../../types/Catalogue.ts'
import type { Scope } from '../../types/Scope.ts'
import { idOf, form as lkpj } from '../lkpj-tahunan/lkpj.fixture.ts'
import { kind } from './kind.ts'

const catalogue: Catalogue = JSON.parse(readFileSync(join(import.meta.dirname, 'catalogue.json'), 'utf8'))
const [health, forests] = [idOf('dinkes'), idOf('dlh')]
const scope: Scope = {
  office: { id: idOf('setda'), name: 'Sekretariat Daerah' },
  period: '2026',
  rows: '*',
  plan: { from: 2025, to: 2029 },
  sources: {},
  offices: [
    { id: health, label: 'Dinas Kesehatan' },
    { id: forests, label: 'Dinas Lingkungan Hidup' },
  ],
}
const form = buildForm(kind, catalogue, defaultRuleSet, scope)
const [both, one, policy] = [idOf('both'), idOf('one'), idOf('policy')]
const to = (parent: string, office: string) => ({
  [idOf(`${parent}>${office}`)]: { $parent: parent, $position: office === health ? 'a0' : 'a1', office },
})
const answers: Answers = {
  recommendations: {
    [both]: { $position: 'a0', year: '2025', number: '12/DPRD/2026 no. 1', text: 'Tambah ruang terbuka hijau.' },
    [one]: { $position: 'a1', year: '2025', number: '12/DPRD/2026 no. 2', text: 'Lengkapi tenaga puskesmas.' },
  },
  policies: { [policy]: { $position: 'a0', year: '2026', number: 'Perbup 4/2026', text: 'Layanan tanpa kertas.' } },
  addressees: { ...to(both, health), ...to(both, forests), ...to(one, health), ...to(policy, forests) },
}
const codes = (given: Answers) =>
  form.evaluate(given).findings.flatMap(found => (found.level === 'wrong' ? [[found.code, found.at]] : []))

describe('what the council recommended', () => {
  it('is addressed to offices, called by their names', () => {
    expect(codes(answers)).toEqual([])
    expect(form.rows(answers).addressees?.map(row => row.label)).toEqual([
      'Dinas Kesehatan',
      'Dinas Lingkungan Hidup',
      'Dinas Kesehatan',
      'Dinas Lingkungan Hidup',
    ])
    expect(schemaOf(form).parse(answers)).toEqual(answers)
  })

  it('is submitted only with an addressee, and none twice', () => {
    expect(codes({ ...answers, addressees: {} })).toEqual([
      ['recommendation-without-office', `/recommendations/${both}/text`],
      ['recommendation-without-office', `/recommendations/${one}/text`],
      ['policy-without-office', `/policies/${policy}/text`],
    ])
    const again = { [idOf('again')]: { $parent: one, $position: 'a2', office: health } }
    expect(codes({ ...answers, addressees: { ...answers.addressees, ...again } })).toEqual([
      ['office-twice', `/addressees/${idOf('again')}/office`],
    ])
  })

  it('appears in the LKPJ of the offices addressed, and of no other', () => {
    const asked = (office: string) => {
      const council = { answers, rows: form.rows(answers), status: 'approved' as const }
      const own = lkpj('mean', { office: { id: office, name: '' }, sources: { council } })
      const { recommendations, policies } = own.rows({})
      return [recommendations?.map(row => row.label), policies?.map(row => row.label)]
    }
    const [first, second] = [
      '12/DPRD/2026 no. 1 Tambah ruang terbuka hijau.',
      '12/DPRD/2026 no. 2 Lengkapi tenaga puskesmas.',
    ]
    expect(asked(health)).toEqual([[first, second], []])
    expect(asked(forests)).toEqual([[first], ['Perbup 4/2026 Layanan tanpa kertas.']])
    expect(asked(idOf('bpkad'))).toEqual([[], []])
  })
})
