import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
import { withClient } from '../engine/client.ts'
import { col, rowOf, statement } from '../statement.ts'

/** `restore`: this installation was restored from that backup. */
export const backupKinds = ['backup', 'drill', 'restore'] as const

export interface BackupRun {
  kind: (typeof backupKinds)[number]
  at: Date
  /** Name of the backup's file, without its folder. */
  file: string
  /** Whether all of it was whole. */
  well: boolean
}

/** Notes what was done, as the owner. A database that is not migrated yet has no place for it: then nothing is noted. */
export const noteBackupRuns = (ownerUrl: string, runs: BackupRun[]): Promise<void> =>
  withClient(ownerUrl, async client => {
    const { rows } = await client.query(`SELECT to_regclass('backup_run') IS NOT NULL AS there`)
    if (!rows[0].there) return
    for (const { kind, at, file, well } of runs)
      await client.query('INSERT INTO backup_run (id, kind, at, file, well) VALUES ($1, $2, $3, $4, $5)', [
        v7(),
        kind,
        at,
        file,
        well,
      ])
  })

export interface BackupsState {
  /** Which moment the newest backup keeps; null: there was none. */
  lastAt: Date | null
  /** When a backup was last restored for trial, and whether all of it was whole. */
  drilledAt: Date | null
  drillWell: boolean | null
  /** Since when there is something to keep. */
  since: Date
}

const backupsStateSql = statement(
  'backups-state',
  `SELECT (SELECT max(at) FROM backup_run WHERE kind = 'backup') AS "lastAt", d.at AS "drilledAt", d.well AS "drillWell",
          (SELECT min(published_at) FROM form_version) AS since
   FROM (SELECT 1) one LEFT JOIN LATERAL
     (SELECT at, well FROM backup_run WHERE kind = 'drill' ORDER BY at DESC LIMIT 1) d ON true`,
  rowOf<BackupsState>({
    lastAt: col.timestamptz.orNull,
    drilledAt: col.timestamptz.orNull,
    drillWell: col.bool.orNull,
    since: col.timestamptz.notNull('the reference data has catalogues'),
  }),
)

/** How old the last backup and the last drill are. */
export const backupsState = async (tx: Queryable): Promise<BackupsState> => {
  const [row] = await tx.query(backupsStateSql)
  return row!
}

/**
 * What tells the versions of reports since the last restore from those that the lost machine gave out under the same numbers;
 * null where nothing was ever restored.
 */
export const restoredEra = async (tx: Queryable): Promise<string | null> => {
  const last = await tx.prisma.backupRun.findFirst({
    where: { kind: 'restore' },
    select: { id: true },
    orderBy: { at: 'desc' },
  })
  return last?.id.slice(-8) ?? null
}
