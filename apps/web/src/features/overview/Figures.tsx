import type { FormId } from '@sepakat/rules'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { useQuery } from '@tanstack/react-query'
import type { OverviewCell } from '#submissions/overview.ts'
import { formName } from '#submissions/reportName.ts'
import { officesQuery } from '#submissions/sharedQueries.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { useMe } from '#sync/session/me.tsx'
import { Part } from '#ui/Part.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { branchesOf } from './branchesOf.ts'
import { OfficeFigures } from './OfficeFigures.tsx'
import styles from './Overview.module.css'
import { Recap } from './Recap.tsx'

type Form = ResponseOf<'GET /forms'>['items'][number]

interface FiguresProps {
  year: number
  forms: readonly Form[]
  cells: readonly OverviewCell[]
  /** The parameters in the address. */
  chosen: Record<'formulir' | 'periode' | 'angka' | 'cabang' | 'rekap', string>
  onChoose: (chosen: Partial<FiguresProps['chosen']>) => void
}

/** The figures of one form: of the region, or of a branch of the office tree, then office by office. */
export function Figures({ year, forms: known, cells, chosen, onChoose }: FiguresProps) {
  const forms = known.filter(one => cells.some(cell => cell.form === one.form))
  const form = (forms.find(one => one.form === chosen.formulir) ?? firstFiled(forms, cells) ?? forms[0])?.form ?? ''
  const kind = kinds[form as FormId]
  const { post } = useMe()
  const types = post?.reportTypes ?? []
  const reachesType = types.length === 0 || types.some(type => form.startsWith(`${type}/`))
  const offices = useQuery(officesQuery)
  const branches = branchesOf(offices.data?.items ?? [], post)
  const branch = branches.find(({ id }) => id === chosen.cabang) ?? branches[0]
  const periods = periodsOf(cells, form)
  const period = periods.all.includes(chosen.periode) ? chosen.periode : periods.newest
  return (
    <Part title="Angka dari laporan yang dikirim">
      <div className={styles.choose}>
        <SelectField
          label="Formulir"
          value={form}
          onChange={formulir => onChoose({ formulir, periode: '', angka: '' })}
          options={forms.map(one => ({ value: one.form, label: formName(one.form, one.title) }))}
        />
      </div>
      {kind?.consolidate && reachesType && branch && period !== undefined && (
        <Recap
          kind={kind}
          period={period}
          asked={chosen.rekap}
          periods={periods.all}
          onPeriod={periode => onChoose({ periode })}
          branches={branches}
          branch={branch.id}
          onBranch={cabang => onChoose({ cabang })}
        />
      )}
      <OfficeFigures year={year} form={form} code={chosen.angka} onCode={angka => onChoose({ angka })} />
    </Part>
  )
}

/** The first form with a submission: a form without figures is not what the user came for. */
const firstFiled = (forms: readonly Form[], cells: readonly OverviewCell[]): Form | undefined =>
  forms.find(({ form }) => cells.some(cell => cell.form === form && isSubmitted(cell)))

const submitted = ['submitted', 'in-review', 'second-review', 'approved']

const isSubmitted = ({ status }: OverviewCell): boolean => submitted.includes(status)

/** The periods for which some office owes a form, in order, and the newest with a submission. */
function periodsOf(cells: readonly OverviewCell[], form: string): { all: string[]; newest: string | undefined } {
  const own = cells.filter(cell => cell.form === form)
  const all = [...new Set(own.map(cell => cell.period))].sort()
  const filed = new Set(own.filter(isSubmitted).map(cell => cell.period))
  return { all, newest: all.filter(period => filed.has(period)).pop() ?? all[0] }
}
