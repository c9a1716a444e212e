import { type Quarter, spmAnswers } from '@sepakat/db/builders/index.ts'
import { demoPassword } from '@sepakat/db/seed/demo.ts'
import type { Answers, Catalogue } from '@sepakat/rules'
import { type Caller, must, signIn } from './caller.ts'
import { type Hands, makeMover } from './makeMover.ts'
import { makeSaver, type Writer } from './makeSaver.ts'
import { makeUploader } from './makeUploader.ts'
import type { RecentLog } from './recentLog.ts'

const year = new Date().getUTCFullYear()
const form = 'spm/triwulan'
const saved = {
  'operator.dinkes': ['ibu-hamil', 'balita'],
  'operator2.dinkes': ['diabetes', 'hipertensi'],
  'operator.dinsos': ['gepeng', 'anak-telantar'],
}

const begin = async (caller: Caller, quarter: Quarter, answers?: Answers): Promise<string> => {
  const path = `/obligations?form=${form}&period=${year}-TW${quarter}`
  const { items } = await must(caller<{ items: { obligation: string }[] }>('GET', path))
  const { obligation } = items[0]!
  await must(caller('POST', '/submissions', { obligation, answers }))
  return obligation
}

/** A complete report of a quarter, submitted and approved. */
const approved = async ({ operator, verifier }: Hands, quarter: Quarter): Promise<string> => {
  const { catalogue } = await must(operator<{ catalogue: Catalogue }>('GET', `/forms/${form}`))
  const services = catalogue.rows
    .filter(row => row.table === 'recipients' && row.group === 'sosial')
    .map(({ id }) => id)
  const answers = spmAnswers(catalogue, services, year, quarter)
  const path = `/submissions/${await begin(operator, quarter, answers)}`
  await must(operator('POST', `${path}/submit`, {}))
  await must(verifier('POST', `${path}/claim`, {}))
  for (const row of Object.keys(answers.actions ?? {}))
    await must(verifier('PUT', `${path}/ticks`, { anchor: `/actions/${row}`, ticked: true }))
  await must(verifier('POST', `${path}/approve`, {}))
  return path.split('/').at(-1)!
}

/**
 * Twelve writers of the demo region: six save a cell each (three people in two reports), two lead a report through its life with a
 * verifier and a coordinator, four attach files, two of them in pieces.
 */
export const assembleCrew = async (origin: string, log: RecentLog): Promise<Writer[]> => {
  const as = (name: string) => signIn(origin, name, demoPassword, log)
  const [health, health2, social] = await Promise.all(Object.keys(saved).map(as))
  const hands = { operator: social!, verifier: await as('verifikator.spm'), coordinator: await as('koordinator') }
  const drafts = [await begin(health!, 4), await begin(social!, 4)]
  const callers = [health!, health2!, social!]
  const reportOf = (n: number): string => drafts[n < 2 ? 0 : 1]!
  const savers = Object.values(saved).flatMap((services, n) =>
    services.map(service => makeSaver(callers[n]!, reportOf(n), `/recipients/${service}/served`)),
  )
  const movers = [makeMover(hands, await approved(hands, 1), log), makeMover(hands, await approved(hands, 2), log)]
  const uploaders = (['pieces', 'whole'] as const).flatMap((how, n) => [
    makeUploader(health!, reportOf(0), `/recipients/${saved['operator.dinkes'][n]}`, how),
    makeUploader(social!, reportOf(2), `/recipients/${saved['operator.dinsos'][n]}`, how),
  ])
  return [...savers, ...movers, ...uploaders]
}
