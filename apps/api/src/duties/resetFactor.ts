import { endSessions, type Queryable, type ReturnedEvent, removeFactor } from '@sepakat/db'

/**
 * Takes the second factor of a person away who lost it: another is set up where a post asks for one. All sessions of the
 * person end.
 */
export const resetFactor = async (
  tx: Queryable,
  personId: string,
  { by, seconding }: { by: 'console' | 'administrator'; seconding?: string | undefined },
): Promise<ReturnedEvent<'second-factor.reset'>> => {
  await removeFactor(tx, personId)
  const sessions = (await endSessions(tx, personId)).length
  const data = { person: personId, by, sessions, ...(seconding !== undefined && { seconding }) }
  const binds = { person: [personId], seconding: seconding === undefined ? [] : [seconding] }
  return { stream: 'rights', type: 'second-factor.reset', data, binds }
}
