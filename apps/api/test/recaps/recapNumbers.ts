import { readFileSync } from 'node:fs'
import { type Database, loadRecap, snapshot } from '@sepakat/db'
import { decimalText, exact, kinds, recapOf } from '@sepakat/rules'

const script = readFileSync(new URL('recaps.sql', import.meta.url), 'utf8')

/** A number of a recap beside what the script says; null where one of the two has none. */
export interface ComparedFigure {
  key: string
  shown: string | null
  computed: string | null
}

/** Every number of the recaps of 2025, of all forms and periods, beside the independent script. */
export const recapNumbers = async (db: Database): Promise<ComparedFigure[]> => {
  const { rows } = await db.pool.query<{ key: string; value: string }>(script)
  const computed = new Map(rows.map(({ key, value }) => [key, decimalText(exact(value))]))
  const shown = new Map<string, string>()
  for (const kind of Object.values(kinds))
    for (const period of kind.period === 'year' ? ['2025'] : ['2025-TW1', '2025-TW2', '2025-TW3', '2025-TW4']) {
      const loaded = await snapshot(db, tx => loadRecap(tx, { form: kind.form, period, provisional: false }))
      if (!loaded) throw new Error(`${kind.form} was never published`)
      for (const { code, row, value } of recapOf(kind, { ...loaded, period, otherRules: loaded.otherRules.length > 0 })
        .figures)
        if (value !== null) shown.set(`${kind.form} ${period} ${code} ${row}`, value)
    }
  const keys = [...new Set([...shown.keys(), ...computed.keys()])]
  return keys.map(key => ({ key, shown: shown.get(key) ?? null, computed: computed.get(key) ?? null }))
}
