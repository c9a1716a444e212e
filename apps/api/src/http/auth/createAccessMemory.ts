import { type Database, memory, readAccessVersions, reader } from '@sepakat/db'
import { createTogether } from './createTogether.ts'

const most = 5_000

interface Remembered {
  accessVersion: string
}

/**
 * Remembers who a session or a key means. No more is read for a request than whether anything changed since, by the version of
 * the person's access: asked after the request came, so that whatever was revoked before is seen, by whatever process or hand.
 */
export const createAccessMemory = (db: Database) => {
  const tx = reader(db)
  const versionOf = createTogether((people: string[]) => readAccessVersions(tx, people))

  /** @param lives whether one that was read would be read again, as far as the clock says */
  return <Row extends Remembered>({
    personOf,
    lives,
  }: {
    personOf: (row: Row) => string
    lives: (row: Row, now: Date) => boolean
  }) => {
    const known = memory<{ row: Row; today: string }>(most)
    return async (
      key: string,
      { now, today }: { now: Date; today: string },
      read: () => Promise<Row | null>,
    ): Promise<Row | null> => {
      const found = known.get(key)
      if (
        found?.today === today &&
        lives(found.row, now) &&
        found.row.accessVersion === (await versionOf(personOf(found.row)))
      )
        return found.row
      const row = await read()
      if (row === null) return null
      // many requests read the same row from now on
      for (const value of Object.values(row)) if (Array.isArray(value)) Object.freeze(value)
      return known.set(key, { row, today }).row
    }
  }
}
