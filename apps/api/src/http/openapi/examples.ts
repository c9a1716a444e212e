import { type Kind, kinds } from '@sepakat/rules'

const office = '0199f5a0-0000-7000-8000-000000000001'
const change = '0199f5a0-0000-7000-8000-0000000000c1'

const periodOf = (kind: Kind): string => (kind.period === 'quarter' ? '2026-TW3' : '2026')

/** A number field of a table whose rows come from the catalogue, to show how an answer is addressed. */
const placeIn = (kind: Kind): { table: string; field: string } => {
  for (const [table, { rows, fields }] of Object.entries(kind.tables)) {
    const field = Object.entries(fields).find(([, { type }]) => type === 'number')?.[0]
    if (rows.from === 'catalogue' && field !== undefined) return { table, field }
  }
  return { table: 'tabel', field: 'isian' }
}

/** Example bodies by route, on a form there is. The row's id is the caller's to look up in the catalogue. */
export const examples = (): Record<string, unknown> => {
  const kind = Object.values(kinds).find(k => placeIn(k).table !== 'tabel') ?? Object.values(kinds)[0]
  if (kind === undefined) return {}
  const { table, field } = placeIn(kind)
  const answers = { [table]: { 'id-baris': { [field]: '4512' } } }
  const filed = { office, form: kind.form, period: periodOf(kind) }
  return {
    'POST /session': { name: '198001012005011001', password: 'tiga kata bebas' },
    'POST /session/code': { name: '198001012005011001', code: 'K7QM2-X9D4T', password: 'tiga kata bebas' },
    'POST /submissions': { ...filed, answers },
    'PATCH /submissions/:id/answers': {
      changes: [{ changeId: change, op: 'set', pointer: `/${table}/id-baris/${field}`, value: '4512', base: 0 }],
    },
    'POST /forms/:type/:form/evaluate': { office, period: periodOf(kind), answers },
    'POST /submissions/:id/return': { dueAt: '2026-11-30T16:00:00+08:00' },
    'POST /submissions/:id/notes': {
      id: change,
      anchor: `/${table}/id-baris/${field}`,
      text: 'Angka ini belum sama dengan bukti yang dilampirkan.',
    },
    'POST /keys': {
      name: 'Aplikasi perencanaan',
      owner: office,
      scopes: ['submission.read', 'submission.write', 'submission.submit'],
      offices: [office],
      expires: '2027-12-31',
    },
  }
}
