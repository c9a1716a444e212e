import { noEvent, type Transaction, written } from '@sepakat/db'
import type { FormId } from '@sepakat/rules'
import type { Context } from '#http/route.ts'
import { type Creating, createFirst } from './createFirst.ts'
import { createNext } from './createNext.ts'

/** Creates the report that was asked for; gives its id, and what is told of it where that is known. @throws not-found, no-right, no-obligation, needs-unmet, invalid */
export const create = async (tx: Transaction, body: Context<'POST /submissions'>['body'], creating: Creating) => {
  const created =
    'after' in body
      ? await createNext(tx, body, creating)
      : await createFirst(tx, 'form' in body ? { ...body, form: body.form as FormId } : body, creating)
  const { event, ...result } = created
  return event ? written(result, event) : noEvent(result)
}
