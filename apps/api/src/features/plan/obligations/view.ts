import type { ComparedObligation } from '@sepakat/rules'

export const obligationView = (o: ComparedObligation) => ({
  obligation: o.id,
  office: { id: o.officeId, name: o.office },
  form: o.form,
  period: o.period,
  dueAt: o.dueAt.toISOString(),
  extended: o.extended,
  rows: o.rows,
  begun: o.begun,
  state: o.state,
})
