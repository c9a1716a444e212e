import type { PeriodRow } from '@sepakat/db'
import { type FormId, kinds, type PeriodKey, parsePeriod, reportTypeOf } from '@sepakat/rules'
import { type Acting, requireReportTypes } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'

/** A form that is known, and a period of the kind the form is filed in. */
const periodFlaw = ({ form, key }: { form: string; key: PeriodKey }): { field: string; message: string } | null => {
  const kind = kinds[form as FormId]
  if (kind === undefined) return { field: 'form', message: 'Formulir ini tidak dikenal.' }
  const quarterly = parsePeriod(key).quarter !== null
  if (quarterly === (kind.period === 'quarter')) return null
  return {
    field: 'key',
    message: quarterly
      ? 'Formulir ini dilaporkan tahunan: tulis tahunnya saja, misalnya 2026.'
      : 'Formulir ini dilaporkan triwulanan: tulis misalnya 2026-TW3.',
  }
}

interface PeriodIn {
  form: string
  key: PeriodKey
  opensAt: string
  dueAt: string
  closesAt: string
}

/** The periods as rows. @throws where one is no period of its form, is written twice, or is of a report type that is not the actor's */
export const periodRows = (periods: PeriodIn[], actor: Pick<Acting, 'reportTypes'>): PeriodRow[] => {
  const errors = periods.flatMap((p, i) => {
    const flaw = periodFlaw(p)
    const twice = periods.findIndex(q => q.form === p.form && q.key === p.key) !== i
    if (twice) return [{ pointer: `/periods/${i}/key`, code: 'twice', message: 'Periode ini ditulis dua kali.' }]
    return flaw ? [{ pointer: `/periods/${i}/${flaw.field}`, code: 'custom', message: flaw.message }] : []
  })
  if (errors.length > 0) throw problem('invalid', { errors })
  requireReportTypes(
    actor,
    periods.map(({ form }) => reportTypeOf(form as FormId)),
  )
  return periods.map(p => ({
    form: p.form as FormId,
    key: p.key,
    opensAt: new Date(p.opensAt),
    dueAt: new Date(p.dueAt),
    closesAt: new Date(p.closesAt),
  }))
}
