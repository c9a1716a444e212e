import { useQuery } from '@tanstack/react-query'
import { bodyOf } from '#submissions/revisionBody.ts'
import { revisionQuery } from '#submissions/submissionQueries.ts'
import type { RevisionLine, Submission } from '#sync/apiTypes.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { Part } from '#ui/Part.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { useUrlFilters } from '#ui/useUrlFilters.ts'
import { Comparison } from './Comparison.tsx'
import styles from './History.module.css'

/** Compares any two revisions; the last two unless the address says otherwise. */
export function Compare({ submission, lines }: { submission: Submission; lines: readonly RevisionLine[] }) {
  const defaults = { dari: String(lines.at(-2)?.n ?? ''), ke: String(lines.at(-1)?.n ?? '') }
  const { values, set } = useUrlFilters(['dari', 'ke'] as const, defaults)
  const number = (text: string, otherwise: string) => (lines.some(line => String(line.n) === text) ? text : otherwise)
  const dari = number(values.dari, defaults.dari)
  const ke = number(values.ke, defaults.ke)
  const before = useQuery(revisionQuery(submission.id, Number(dari)))
  const after = useQuery(revisionQuery(submission.id, Number(ke)))
  const options = lines.map(line => ({ value: String(line.n), label: `ke-${line.n}` }))
  const failed = before.error ?? after.error
  return (
    <Part title="Bandingkan dua kiriman">
      <div className={styles.choose}>
        <SelectField label="Dari kiriman" value={dari} onChange={next => set({ dari: next })} options={options} />
        <SelectField label="Menjadi kiriman" value={ke} onChange={next => set({ ke: next })} options={options} />
      </div>
      {failed && <ProblemPanel error={failed} onRetry={() => [before, after].map(one => one.refetch())} />}
      {!failed && (before.isPending || after.isPending) && <SkeletonRows rows={4} label="Memuat kiriman…" />}
      {before.data && after.data && (
        <Comparison
          submission={submission}
          before={bodyOf(before.data)}
          after={bodyOf(after.data)}
          correction={after.data.corrects?.of === before.data.n ? after.data : null}
        />
      )}
    </Part>
  )
}
