import { fieldErrors } from '#sync/problems/ProblemError.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { Callout } from '#ui/Callout.tsx'
import type { ContractForm } from './useContractForm.ts'

/** What a form's fields do not say themselves: a failure, and what is wrong where no field of this page is. */
export function FormProblem({
  of: { failed, wrong },
  fields,
}: {
  of: Pick<ContractForm, 'failed' | 'wrong'>
  fields: readonly string[]
}) {
  const isBeside = (name: string) => fields.some(field => name === field || name.startsWith(`${field}.`))
  const elsewhere = Object.keys(wrong).some(isBeside) ? [] : Object.entries(wrong)
  const named = Object.keys(fieldErrors(failed))
  return (
    <>
      {elsewhere.length > 0 && (
        <Callout tone="wrong" title="Isian ini belum dapat dikirim" live>
          {elsewhere.map(([name, message]) => `${name}: ${message}`).join(' ')}
        </Callout>
      )}
      {failed !== null && !(named.length > 0 && named.every(isBeside)) && <ProblemPanel error={failed} />}
    </>
  )
}
