import { plain } from '../text/plain.ts'

interface Named {
  id: string
  name: string
  shortName: string
  code: string | null
}

/** Finds the office that a spreadsheet means: by its name of today, its short name, code or id. */
export const officeFinder = <Office extends Named>(all: readonly Office[]) => {
  const named = all.flatMap(office =>
    [...new Set([office.id, office.name, office.shortName, office.code ?? ''].map(plain))].map(name => ({
      name,
      office,
    })),
  )
  const offices = Map.groupBy(named, ({ name }) => name)
  return (text: string): Office | { fault: string } => {
    const [found, ...more] = text.trim() === '' ? [] : (offices.get(plain(text)) ?? [])
    if (!found) return { fault: `Perangkat daerah “${text}” tidak dikenal.` }
    if (more.length > 0) return { fault: `“${text}” dapat berarti beberapa perangkat daerah. Tulis nama lengkapnya.` }
    return found.office
  }
}
