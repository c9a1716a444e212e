import { v7 } from 'uuid'
import { type Filing, soon } from '#testing/filing.ts'
import type { SignedIn } from '#testing/testApi.ts'
import { must } from '../reports.ts'
import { type Scene, type Scenes, unitBelow } from './ground.ts'

const from = '2026-01-01'

/** An office that goes, and its successor. */
interface Merging {
  office: string
  successor: string
}
type Merge = (team: Filing, admin: SignedIn) => Promise<Merging>

/** A part of a report is handed to a unit below its office. */
const handTo = async (team: Filing, office: string): Promise<void> => {
  const part = { id: v7(), anchors: ['/recipients/gepeng'], office, dueAt: soon() }
  await must(team.operator, 'POST', `/submissions/${await team.begin()}/contributions`, part)
}

/** By the event that each leaves on a report. */
const merges: Record<string, Merge> = {
  'contribution.moved': async (team, admin) => {
    const [office, successor] = [await unitBelow(admin, team.office), await unitBelow(admin, team.office)]
    await handTo(team, office)
    return { office, successor }
  },
  'contribution.taken-back': async (team, admin) => {
    const office = await unitBelow(admin, team.office)
    await handTo(team, office)
    return { office, successor: team.office }
  },
  'submission.office-changed': async (team, admin) => {
    const { otherOffice: office } = team
    await must(team.other, 'POST', '/submissions', { office, form: 'spm/triwulan', period: '2029-TW1' })
    return { office, successor: await unitBelow(admin, null) }
  },
}

const merge = (admin: SignedIn, { office, successor }: Merging) =>
  admin.call('POST', `/offices/${office}/reorganisation`, { successors: [successor], date: '2026-11-01' })

/** By the only administrator: done at once. */
export const mergedAtOnce: Scenes = Object.fromEntries(
  Object.entries(merges).map(([type, plan]): [string, Scene] => [
    type,
    async ({ alone: { api, admin, team } }) => {
      const planned = await plan(team, admin)
      return { of: api, ask: () => merge(admin, planned) }
    },
  ]),
)

/** Waits for a second person, since it widens the reach of a post that the asker has at the office. */
export const mergedBySecond: Scenes = Object.fromEntries(
  Object.entries(merges).map(([type, plan]): [string, Scene] => [
    type,
    async ({ second: { api, attacker, team, ask, approve, approver } }) => {
      const planned = await plan(team, attacker)
      await approve(approver, await ask(attacker.personId, { role: 'operator', offices: [planned.office], from }))
      return { of: api, ask: () => merge(attacker, planned) }
    },
  ]),
)

/** An office is placed below one where the asker has a post. */
export const placedBelow: Scene = async ({ second: { api, attacker, team, ask, approve, approver } }) => {
  const parent = await unitBelow(attacker, null)
  await approve(approver, await ask(attacker.personId, { role: 'operator', offices: [parent], from }))
  const span = { name: 'Dinas Kesehatan', parent, from }
  return { of: api, ask: () => attacker.call('POST', `/offices/${team.otherOffice}/spans`, span) }
}
