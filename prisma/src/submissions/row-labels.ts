import type { FormId } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { frozenSource } from '../forms/frozen-source.ts'
import { memory } from '../forms/memory.ts'
import { publishedForm } from '../forms/published-form.ts'

const known = memory<Map<string, string>>(200)

/** What the rows of a revision were called when it was handed in, and the groups of its catalogue. Kept by its hash. */
export const rowLabels = async (
  tx: Queryable,
  revision: { submission: string; n: number; sha256: string; form: FormId },
): Promise<Map<string, string>> => {
  const kept = known.get(revision.sha256)
  if (kept) return kept
  const frozen = await frozenSource(tx, revision)
  const published = frozen && (await publishedForm(tx, revision.form, frozen.formVersion))
  const named = [...(published?.catalogue.groups ?? []), ...Object.values(frozen?.rows ?? {}).flat()]
  return known.set(revision.sha256, new Map(named.map(({ id, label }) => [id, label])))
}
