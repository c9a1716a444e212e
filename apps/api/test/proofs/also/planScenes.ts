import type { Scenes } from './ground.ts'

const dayMs = 86_400_000
const inDays = (days: number): string => new Date(Date.now() + days * dayMs).toISOString()

/** The deadline of a period in which a report is open. */
export const dueMoved: Scenes = {
  'submission.due-moved': async ({ alone: { api, team } }) => {
    const period = { form: 'spm/triwulan', key: '2028-TW3' }
    await team.begin(period.key)
    const instants = { opensAt: inDays(-60), dueAt: inDays(30), closesAt: inDays(90) }
    const body = { periods: [{ ...period, ...instants }], reason: 'Jaringan terputus' }
    return { of: api, ask: () => team.coordinator.call('PUT', '/periods', body) }
  },
}

/** A row that is corrected and given to another office at once. */
export const rowGiven: Scenes = {
  'assignment.changed': async ({ alone: { api, admin, team } }) => {
    const change = { unit: 'ibu', confidence: 'verified', source: 'Lampiran Permenkes' }
    const body = { row: 'ibu-hamil', fromYear: 2030, reason: 'Permenkes baru', basedOn: 1, change, owner: team.office }
    return { of: api, ask: () => admin.call('POST', '/catalogues/spm/triwulan/corrections', body) }
  },
}
