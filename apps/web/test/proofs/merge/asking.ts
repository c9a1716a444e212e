import { setTimeout as sleep } from 'node:timers/promises'
import type { Catalogue, Form, FormId, RuleSet, Scope } from '@sepakat/rules'
import { buildForm } from '@sepakat/rules/form/buildForm.ts'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { NoAnswerError, ProblemError } from '#sync/problems/ProblemError.ts'

const noAnswer = (error: unknown): never => {
  throw new NoAnswerError(error)
}
export type Ask = <T>(method: string, path: string, body?: unknown) => Promise<T>

export const askAs =
  (base: string, cookie: string, origin: string): Ask =>
  async <T>(method: string, path: string, body?: unknown) => {
    const isForm = body instanceof FormData
    for (;;) {
      const answer = await fetch(`${base}/api/v1${path}`, {
        method,
        headers: { cookie, origin, ...(!isForm && { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      }).catch(noAnswer)
      // a body that breaks off is no answer
      const said = await answer.text().catch(noAnswer)
      if (answer.ok) return (said === '' ? null : JSON.parse(said)) as T
      const error = new ProblemError(JSON.parse(said))
      if (error.problem.code !== 'busy') throw error
      // a slow machine has no room for all at once: who is refused comes again when it says
      await sleep(1000 * (error.problem.retryAfter ?? 1))
    }
  }
/** Where the report is not accessible right now, nothing happens. */
export const ifPossible = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    () => true,
    error => {
      if (error instanceof ProblemError && error.problem.status < 500) return false
      throw error
    },
  )
export const week = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString()

/** Builds the form of a report as a device does. */
export async function formAt(ask: Ask, path: string): Promise<Form> {
  const { form: id, formVersion } = await ask<Submission>('GET', path)
  const material = await ask<{ scope: Scope; ruleSet: RuleSet }>('GET', `${path}/form`)
  const { catalogue } = await ask<{ catalogue: Catalogue }>('GET', `/forms/${id}/versions/${formVersion}`)
  return buildForm(kinds[id as FormId]!, catalogue, material.ruleSet, material.scope)
}
