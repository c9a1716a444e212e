import type { Catalogue, RuleSet, Scope } from '@sepakat/rules'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ResponseOf, Submission } from '#sync/apiTypes.ts'
import { materialQuery, versionQuery } from './submissionQueries.ts'

export interface Material {
  catalogue: Catalogue
  rules: RuleSet
  scope: Scope
  settings: ResponseOf<'GET /submissions/:id/form'>['settings']
}

/** Reports that a form reads change seldom, without live updates: refetched after this time (ms) while the form is visible. */
const asksAgain = 60_000

/**
 * What a report's form is built from; the contract leaves these shapes to the rules. Null until all of it is there. `follows`:
 * it stays open, and must not show old data of other reports.
 */
export function useMaterial(
  { id, form, formVersion, readable }: Pick<Submission, 'id' | 'form' | 'formVersion' | 'readable'>,
  { follows = false } = {},
) {
  const material = useQuery({
    ...materialQuery(id, formVersion),
    // While it is with its office others read what was submitted, not the form's material.
    enabled: readable,
    ...(follows && { refetchInterval: asksAgain, refetchOnWindowFocus: 'always' as const }),
  })
  const version = useQuery(versionQuery(form, formVersion))
  const [read, published] = [material.data, version.data]
  const given = useMemo<Material | null>(() => {
    if (!read || !published) return null
    // the contract describes the same for programs, whose forms and keys are any text
    const scope = read.scope as Scope
    return { scope, rules: read.ruleSet, settings: read.settings, catalogue: published.catalogue }
  }, [read, published])
  return {
    given,
    /** It is loading, with nothing to show yet. */
    pending: readable && !given && !material.error && !version.error,
    error: given ? null : (material.error ?? version.error),
    refetch: () => Promise.all([material.refetch(), version.refetch()]),
  }
}
