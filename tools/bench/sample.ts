import { spmAnswers } from '@sepakat/db/builders/index.ts'
import type { Answers, Catalogue } from '@sepakat/rules'
import { prepareObligations } from './fill.ts'
import type { Ground } from './ground.ts'

/** A small form: drinking water, one service with three quality rows. */
export const service = 'air-minum'

export interface Samples {
  /** Being written, complete, its newest cell known. */
  draft: string
  submitted: string
  answers: Answers
  /** The number of the last change of the cell that `save` writes. */
  rev: number
}

export const savedCell = `/recipients/${service}/served`

/** Two small reports created through the API itself, one of them submitted: whatever is filled in is a copy of them. */
export const makeSamples = async ({ filling, ports, cast, origin }: Ground): Promise<Samples> => {
  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`http://127.0.0.1:${ports.product}/api/v1${path}`, {
      method,
      headers: { cookie: cast.operators[0] ?? '', origin, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const { catalogue } = (await call('GET', '/forms/spm/triwulan')) as { catalogue: Catalogue }
  const answers = spmAnswers(catalogue, [service], 2027, 1)
  const [draft = '', submitted = ''] = await prepareObligations(filling, 2)
  for (const obligation of [draft, submitted]) await call('POST', '/submissions', { obligation, answers })
  await call('POST', `/submissions/${submitted}/submit`, {})
  const [, table = '', row = '', field = ''] = savedCell.split('/')
  const { revs } = (await call('GET', `/submissions/${draft}/answers?revs=true`)) as {
    revs: Record<string, Record<string, Record<string, number>>>
  }
  return { draft, submitted, answers, rev: revs[table]?.[row]?.[field] ?? 0 }
}
