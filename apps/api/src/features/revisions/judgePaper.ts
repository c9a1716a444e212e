import { findReceipt, reader } from '@sepakat/db'
import { paperCode } from '@sepakat/rules/papers/signing.ts'
import type { Context } from '#http/route.ts'

type Asked = Pick<Context<'GET /papers/:receipt/:code'>, 'params' | 'db'>

/** Whether a paper's number and code are those of a submission. It says no more, to anybody. */
export const judgePaper = async ({ params: { receipt, code }, db }: Asked) => {
  const sha256 = await findReceipt(reader(db), receipt)
  return { genuine: sha256 !== null && paperCode(sha256) === code.toLowerCase() }
}
