import { withSpan } from '@sepakat/rules'
import { appendEvent } from '../append-event.ts'
import type { Queryable } from '../database.ts'
import { carryOutReorganisation } from '../offices/carry-out-reorganisation.ts'
import { putSpans, readSpans } from '../offices/offices.ts'
import { addReorganisation } from '../offices/reorganisations.ts'
import type { Doing } from './carry-out.ts'
import type { RightsAct } from './seconding.ts'

type Act<K extends RightsAct['kind']> = Extract<RightsAct, { kind: K }>

const eventOf = ({ actor, now, seconding }: Doing) =>
  ({
    stream: 'rights',
    type: 'office.changed',
    actor,
    at: now,
    binds: { seconding: seconding === undefined ? [] : [seconding] },
  }) as const

/** Name, parent and fields of an office from a day on; they were checked to fit. */
export const changeOffice = async (
  tx: Queryable,
  { office, span }: Act<'office-parent'>,
  doing: Doing,
  of: { seconding?: string },
): Promise<string> => {
  await putSpans(tx, office, withSpan(await readSpans(tx, office), span)!)
  await appendEvent(tx, { ...eventOf(doing), data: { office, change: 'span', ...span, ...of } })
  return office
}

/** Plans a merge or split, and carries it out where its date has come. None of this office waits. */
export const reorganise = async (
  tx: Queryable,
  { office, successors, date, choices }: Act<'reorganisation'>,
  doing: Doing,
  of: { seconding?: string },
): Promise<string> => {
  const { actor: by, now: at, today } = doing
  const reorganisation = (await addReorganisation(tx, { office, successors, date, choices, by, at }))!
  const data = { office, change: 'reorganisation-planned', reorganisation, successors, date, choices, ...of }
  await appendEvent(tx, { ...eventOf(doing), data })
  if (date <= today) await carryOutReorganisation(tx, reorganisation, at)
  return reorganisation
}
