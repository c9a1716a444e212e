import { useEffect, useState } from 'react'
import type { BodyOf } from '#sync/apiTypes.ts'
import { fieldErrors } from '#sync/problems/ProblemError.ts'
import { useIntention } from '#sync/transport/useIntention.ts'
import { type Submitting, useSubmit } from '#ui/useSubmit.ts'
import { type Judge, type JudgedRoute, judgeOf } from './judgeOf.ts'

/** Messages by the name of the field. */
export type Errors = Record<string, string | undefined>

interface Wish<R extends JudgedRoute> {
  /** What is sent, of what is typed so far; also while some of it cannot be read. */
  body: () => BodyOf<R>
  /** What the body cannot say: text that is no date or number, a choice that only this page asks for. Goes before the contract's. */
  unread?: () => Errors
  /** The page's name of a field, where it is not the one of the body. */
  renamed?: (field: string, body: BodyOf<R>) => string
  /** `key`: the same for a press repeated after a lost response. */
  send: (body: BodyOf<R>, key: string) => Promise<unknown>
}

export interface ContractForm extends Submitting {
  /** What keeps it from being sent, by field; each goes away as soon as its field is right. */
  wrong: Record<string, string>
  /** The message of a field, its own or of one inside it (`offices` for `/offices/3`). */
  errorAt: (field: string) => string | undefined
}

const none = () => ({})
/** The fields that hold no number where one was to be read: JSON would make "nothing" of them. */
const notNumbers = (value: unknown, at = ''): string[] => {
  if (Number.isNaN(value)) return [at]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => notNumbers(inner, at === '' ? key : `${at}.${key}`))
}
const said = (errors: Errors): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).flatMap(([field, message]) => (message ? [[field, message]] : [])))

/**
 * A form whose values are state of the page, judged by the contract of its route and then sent: what this device and what the
 * server finds wrong is said at the same fields, and the first of them takes the focus. Where the schema does not arrive the
 * server alone judges.
 */
export function useContractForm<R extends JudgedRoute>(
  route: R,
  { body, unread = none, renamed = field => field, send }: Wish<R>,
): ContractForm {
  const keyOf = useIntention()
  const [judge, setJudge] = useState<Judge | null>(null)
  const [named, setNamed] = useState<ReadonlySet<string>>(new Set())
  const [sent, setSent] = useState<BodyOf<R> | null>(null)
  useEffect(() => {
    let here = true
    judgeOf(route).then(
      known => here && setJudge(() => known),
      () => undefined,
    )
    return () => {
      here = false
    }
  }, [route])

  const byName = (errors: Record<string, string>, of: BodyOf<R>): Record<string, string> =>
    Object.fromEntries(Object.entries(errors).map(([field, message]) => [renamed(field, of), message]))
  const wrongBy = (known: Judge | null): Record<string, string> => {
    const now = body()
    const found = { ...Object.fromEntries(notNumbers(now).map(at => [at, 'Tulis angka.'])), ...known?.(now) }
    return { ...byName(found, now), ...said(unread()) }
  }
  const attempt = (known: Judge | null): Promise<unknown> | false => {
    const found = Object.keys(wrongBy(known))
    setNamed(new Set(found))
    if (found.length > 0) return false
    const now = body()
    setSent(now)
    return send(now, keyOf(now))
  }
  const attemptLate = async (): Promise<unknown> => {
    const known = await judgeOf(route).catch(() => null)
    setJudge(() => known)
    return attempt(known)
  }
  const submitting = useSubmit(() => (judge ? attempt(judge) : attemptLate()))

  const still = named.size > 0 ? Object.entries(wrongBy(judge)).filter(([field]) => named.has(field)) : []
  const wrong = Object.fromEntries(still)
  const refused = fieldErrors(submitting.failed)
  const shown = { ...(sent === null ? refused : byName(refused, sent)), ...wrong }
  const errorAt = (field: string): string | undefined =>
    shown[field] ?? Object.entries(shown).find(([at]) => at.startsWith(`${field}.`))?.[1]
  return { ...submitting, wrong, errorAt }
}
