import { type FormId, kinds } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { frozenSource } from '../forms/frozenSource.ts'
import { memory } from '../forms/memory.ts'
import { publishedForm } from '../forms/publishedForm.ts'
import type { CountedRevision } from './countedFigures.ts'

/** What a revision calls its rows, the groups of its catalogue, and its figures by their codes. */
export interface FrozenNames {
  rows: Map<string, string>
  figures: Record<string, string>
}

/** By the hash of the revision: two recaps to which a thousand offices contribute. */
const known = memory<FrozenNames>(2000)
/** By what they say. Offices of one catalogue mostly call everything the same: it is in memory once. */
const alike = memory<FrozenNames>(200)

/**
 * As it was called when it was submitted, kept by its hash; figures of a revision frozen before their names were kept are
 * called as today.
 */
export const frozenNames = async (
  tx: Queryable,
  revision: { submission: string; n: number; sha256: string; form: FormId },
): Promise<FrozenNames> => {
  const kept = known.get(revision.sha256)
  if (kept) return kept
  const frozen = await frozenSource(tx, revision)
  const published = frozen && (await publishedForm(tx, revision.form, frozen.formVersion))
  const named = [...(published?.catalogue.groups ?? []), ...Object.values(frozen?.rows ?? {}).flat()]
  const rows = named.map(({ id, label }): [string, string] => [id, label])
  const figures = { ...figureNames(revision.form), ...frozen?.figures }
  const words = JSON.stringify([rows, figures])
  return known.set(revision.sha256, alike.get(words) ?? alike.set(words, { rows: new Map(rows), figures }))
}

/** Where several revisions name the same: as the newest approved one does, then as the newest of those only submitted. */
export const newestNames = async (
  tx: Queryable,
  form: FormId,
  revisions: readonly Pick<CountedRevision, 'submission' | 'n' | 'sha256' | 'form' | 'standing' | 'at'>[],
): Promise<FrozenNames> => {
  const isFinal = ({ standing }: Pick<CountedRevision, 'standing'>) => Number(standing === 'final')
  const rows: [string, string][] = []
  let figures = figureNames(form)
  let last: FrozenNames | undefined
  for (const revision of revisions.toSorted((a, b) => isFinal(a) - isFinal(b) || a.at.getTime() - b.at.getTime())) {
    const own = await frozenNames(tx, revision)
    if (own === last) continue
    last = own
    rows.push(...own.rows)
    figures = { ...figures, ...own.figures }
  }
  return { rows: new Map(rows), figures }
}

const figureNames = (form: FormId): Record<string, string> =>
  Object.fromEntries(Object.entries(kinds[form]?.figures ?? {}).map(([code, { label }]) => [code, label]))
