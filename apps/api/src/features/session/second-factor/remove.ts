import { reader, removeFactor, written } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { isRequired } from './isRequired.ts'
import { ownSelf } from './ownSelf.ts'
import { requireBoth } from './requireBoth.ts'

/** @throws needs-unmet where a post asks for one */
export const remove = async (asked: Context<'POST /second-factor/remove'>): Promise<null> => {
  const { actor, db, deps } = asked
  const personId = actor.person.id
  const self = await ownSelf(reader(db), actor)
  if (isRequired(deps, self))
    throw problem('needs-unmet', {
      detail:
        'Jabatan pengelola dan pengesah memerlukan verifikasi dua langkah. Anda dapat memindahkannya ke ponsel lain.',
    })
  await requireBoth(asked)
  return asked.write(async tx => {
    await removeFactor(tx, personId)
    const data = { person: personId }
    return written(null, { stream: 'rights', type: 'second-factor.removed', data, binds: { person: [personId] } })
  })
}
