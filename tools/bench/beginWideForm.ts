import { createHash } from 'node:crypto'
import { type Catalogue, type CatalogueRow, canonicalJson } from '@sepakat/rules'
import { fillOffices, prepareObligations } from './fill.ts'
import type { Ground } from './ground.ts'
import { service } from './sample.ts'

/** A report whose one table has so many rows, created through the API itself; returns its id. */
export const beginWideForm = async ({ filling, origin, cast }: Ground, rows: number): Promise<string> => {
  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { cookie: cast.operators[0] ?? '', origin, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const { catalogue } = (await call('GET', '/forms/spm/triwulan')) as { catalogue: Catalogue }
  const wide = JSON.stringify(widened(catalogue, rows))
  const sha256 = createHash('sha256')
    .update(canonicalJson(JSON.parse(wide)))
    .digest('hex')
  await filling.query(
    `INSERT INTO form_version (form, version, body, sha256, published_by) VALUES ('spm/triwulan', 2, $1, $2, 'system')`,
    [wide, sha256],
  )
  await fillOffices(filling, service)
  const [obligation] = await prepareObligations(filling, 1)
  const { id } = (await call('POST', '/submissions', { obligation })) as { id: string }
  return id
}

/** The rows under the measured service, copied until there are so many. */
const widened = (catalogue: Catalogue, rows: number): Catalogue => {
  const isOwn = (row: CatalogueRow) => row.parent === service && row.to === null
  const own = catalogue.rows.filter(isOwn)
  const copies = Array.from({ length: rows }, (_, n): CatalogueRow => {
    const row = own[n % own.length]!
    return { ...row, id: `${row.id}.${n}`, code: `${row.code}.${n}`, label: `${row.label} ${n + 1}` }
  })
  return { ...catalogue, rows: [...catalogue.rows.filter(row => !isOwn(row)), ...copies] }
}
