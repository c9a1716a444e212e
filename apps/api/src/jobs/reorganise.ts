import { type Database, dueReorganisations, reader, readSettings, record } from '@sepakat/db'
import { carryOutReorganisation } from '#duties/carryOutReorganisation.ts'
import { dayIn } from '#http/region.ts'

/**
 * Carries out the merges and splits whose date has come, each in a transaction of its own; one that cannot be keeps no other back.
 * @throws the first failure, after all were tried
 */
export const reorganise = async (db: Database, now: Date): Promise<void> => {
  const { zone } = (await readSettings(reader(db))).region
  const failures: unknown[] = []
  for (const id of await dueReorganisations(reader(db), dayIn(zone, now)))
    await record(db, { actor: 'system', at: now }, tx => carryOutReorganisation(tx, id, now)).catch(error =>
      failures.push(error),
    )
  if (failures.length > 0) throw failures[0]
}
