import { type Queryable, readKeyLine } from '@sepakat/db'
import { type KeyScope, keyScopes } from '@sepakat/rules'
import { seconded } from '#duties/secondingView.ts'
import { randomLetters } from '#http/auth/credentials.ts'
import { keyHash } from '#http/auth/keyHash.ts'
import { invalid } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { keyView } from './view.ts'

type Asked = Pick<Context<'POST /keys'>, 'body' | 'actor' | 'now' | 'today' | 'deps'>

const known = new Set<string>(keyScopes)

/** @throws invalid where it could do more than a key may */
const requireKnown = ({ scopes }: Asked['body']): void => {
  const foreign = scopes.findIndex(scope => !known.has(scope))
  if (foreign >= 0) throw invalid(`/scopes/${foreign}`, 'Wewenang ini tidak dapat diberikan kepada kunci.')
}

/** The part that lists show, and the whole key, of which only the digest is kept. */
export const newKey = () => {
  const prefix = randomLetters(8)
  return { prefix, key: `spk_${prefix}_${randomLetters(32)}` }
}

export const issue = async (tx: Queryable, { body, ...asks }: Asked, { prefix, key }: ReturnType<typeof newKey>) => {
  requireKnown(body)
  const order = { ...body, scopes: body.scopes as KeyScope[], prefix, hash: keyHash(key).toString('hex') }
  return seconded(tx, { kind: 'key', person: body.owner, key: order }, asks, async made => ({
    ...keyView((await readKeyLine(tx, made!, asks.today))!),
    key,
  }))
}
