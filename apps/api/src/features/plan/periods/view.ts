import type { PeriodRow } from '@sepakat/db'
import { isPractice, periodTitle } from '@sepakat/rules'

export const periodView = (p: PeriodRow) => ({
  form: p.form,
  key: p.key,
  title: periodTitle(p.key),
  opensAt: p.opensAt.toISOString(),
  dueAt: p.dueAt.toISOString(),
  closesAt: p.closesAt.toISOString(),
  practice: isPractice(p.key),
})
