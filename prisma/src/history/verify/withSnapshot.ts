import { openDatabase, type Queryable } from '../../database.ts'
import { snapshot } from '../../transaction.ts'

/** Runs reads that all see one moment, on a connection of their own, and can write nothing. */
export const withSnapshot = async <T>(url: string, run: (db: Queryable) => Promise<T>): Promise<T> => {
  const db = openDatabase({ url, max: 1 })
  try {
    return await snapshot(db, run)
  } finally {
    await db.close()
  }
}
