import type { PeriodKey, ReportType } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'

export interface WaveIn {
  name: string
  fromPeriod: PeriodKey
  offices: string[]
  reportTypes: ReportType[]
}
export interface WaveRow {
  id: string
  name: string
  fromPeriod: string
  offices: { id: string; name: string }[]
  reportTypes: ReportType[]
}

const columns = `w.id, w.name, w.from_period AS "fromPeriod", w.report_types AS "reportTypes",
  COALESCE((SELECT json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY o.name)
            FROM office_now o WHERE o.id = ANY (w.office_ids)), '[]') AS offices`

export const listWaves = (tx: Queryable): Promise<WaveRow[]> =>
  tx.query<WaveRow>('waves-list', `SELECT ${columns} FROM wave w ORDER BY w.from_period, w.name, w.id`)

export const readWave = async (tx: Queryable, id: string): Promise<WaveRow | null> =>
  (await tx.query<WaveRow>('wave-read', `SELECT ${columns} FROM wave w WHERE w.id = $1`, [id]))[0] ?? null

export const addWave = async (tx: Queryable, wave: WaveIn): Promise<string> => {
  const id = v7()
  await tx.query(
    'wave-add',
    `INSERT INTO wave (id, name, from_period, office_ids, report_types) VALUES ($1, $2, $3, $4, $5)`,
    [id, wave.name, wave.fromPeriod, wave.offices, wave.reportTypes],
  )
  return id
}

/** False where there is no such wave. */
export const putWave = async (tx: Queryable, id: string, wave: WaveIn): Promise<boolean> => {
  const rows = await tx.query(
    'wave-put',
    `UPDATE wave SET name = $2, from_period = $3, office_ids = $4, report_types = $5 WHERE id = $1 RETURNING id`,
    [id, wave.name, wave.fromPeriod, wave.offices, wave.reportTypes],
  )
  return rows.length === 1
}

export const removeWave = async (tx: Queryable, id: string): Promise<boolean> =>
  (await tx.query('wave-remove', `DELETE FROM wave WHERE id = $1 RETURNING id`, [id])).length === 1

/** Those of the ids that are no office. */
export const unknownOffices = async (tx: Queryable, ids: string[]): Promise<string[]> => {
  const known = await tx.query<{ id: string }>('offices-known', `SELECT id FROM office WHERE id = ANY ($1::uuid[])`, [
    ids,
  ])
  return ids.filter(id => !known.some(o => o.id === id))
}
