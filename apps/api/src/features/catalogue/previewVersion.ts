import type { Queryable } from '@sepakat/db'
import { requireForm } from '#http/auth/acting.ts'
import type { Context } from '#http/route.ts'
import { correctionOf } from './correctionOf.ts'
import { effectsOf } from './effectsOf.ts'
import { revise } from './revise.ts'

type Asked = Pick<Context<'POST /catalogues/:type/:form/versions/preview'>, 'params' | 'body' | 'actor'>

/** What a revision would change. @throws no-right, not-found, stale, invalid */
export const previewVersion = async (tx: Queryable, { params, body, actor }: Asked) => {
  const form = requireForm(actor, params)
  const { basedOn, correct, ...others } = body
  const revision = { ...others, correct: correct && correctionOf(correct) }
  const revised = await revise(tx, { form, basedOn, revision })
  return await effectsOf(tx, form, revised, correct?.fromYear)
}
