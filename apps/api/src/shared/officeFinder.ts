import { listOffices, type OfficeRow, type Queryable } from '@sepakat/db'
import { plain } from '@sepakat/rules'

export type OfficeFinder = (text: string) => OfficeRow | { fault: string }

/** Finds the office that a spreadsheet means: by its name of today, its short name, code or id. */
export const officeFinder = async (tx: Queryable, today: string): Promise<OfficeFinder> => {
  const named = (await listOffices(tx, today)).flatMap(office =>
    [...new Set([office.id, office.name, office.shortName, office.code ?? ''].map(plain))].map(name => ({
      name,
      office,
    })),
  )
  const offices = Map.groupBy(named, ({ name }) => name)
  return text => {
    const [found, ...more] = text.trim() === '' ? [] : (offices.get(plain(text)) ?? [])
    if (!found) return { fault: `Perangkat daerah “${text}” tidak dikenal.` }
    if (more.length > 0) return { fault: `“${text}” dapat berarti beberapa perangkat daerah. Tulis nama lengkapnya.` }
    return found.office
  }
}
