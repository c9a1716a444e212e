import type { ReportType } from '@sepakat/rules'
import { z } from 'zod'
import type { Deps } from '#http/deps.ts'
import { JsonText } from '#http/JsonText.ts'
import type { Context } from '#http/route.ts'

/** `reportTypes` null: all. */
export interface AskOfPost {
  year: number
  reportTypes: readonly ReportType[] | null
}

/** What is read for a year and the report types of the post. It is of the moment that it names, kept for those who ask right after. */
export const keptForPost = <S extends z.ZodType>(
  name: string,
  response: S,
  { query: { year }, actor, deps }: Pick<Context<'GET /dashboards' | 'GET /leader'>, 'query' | 'actor' | 'deps'>,
  readNow: (deps: Deps, ask: AskOfPost) => Promise<z.output<S>>,
): Promise<JsonText<z.output<S>>> => {
  const reportTypes = actor.reportTypes.length === 0 ? null : [...actor.reportTypes].sort()
  const ask = { year, reportTypes }
  return deps.keep(
    `${name} ${JSON.stringify(ask)}`,
    async () => new JsonText<z.output<S>>(JSON.stringify(z.encode(response, await readNow(deps, ask)))),
  )
}
