import type { FormId } from '@sepakat/rules'
import { isArchivable } from '@sepakat/rules/archive/isArchivable.ts'
import { kinds } from '@sepakat/rules/kinds/index.ts'
import { periodKey } from '@sepakat/rules/periods/period.ts'
import { reportTypeOf } from '@sepakat/rules/reportTypes.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { catalogueQuery } from '#administration/queries.ts'
import { useMyTypes } from '#administration/reportTypes.ts'
import { YearField } from '#submissions/YearField.tsx'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { everyPageOf } from '#sync/transport/queryOf.ts'
import { Button } from '#ui/Button.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { saveFile } from '#ui/saveFile.ts'

const quarters = [1, 2, 3, 4] as const

/** A spreadsheet to fill, with all rows of a form and their offices. */
export function ArchiveTemplate() {
  const client = useQueryClient()
  const thisYear = useDates().year()
  const types = useMyTypes()
  const forms = Object.values(kinds).filter(kind => isArchivable(kind) && types.includes(reportTypeOf(kind.form)))
  const [form, setForm] = useState<string>(forms[0]?.form ?? '')
  const [year, setYear] = useState(thisYear - 1)
  const kind = kinds[form as FormId]
  const download = useMutation({
    mutationFn: async () => {
      if (!kind) return
      const [{ templateRows }, { writeApart }, { catalogue }, owned] = await Promise.all([
        import('./templateRows.ts'),
        import('#ui/spreadsheetApart.ts'),
        client.fetchQuery(catalogueQuery(form)),
        client.fetchQuery(everyPageOf('GET /assignments', { query: { form, year, limit: 200 } })),
      ])
      const owners = new Map(owned.map(({ row, office }) => [row, office?.name]))
      const periods = (kind.period === 'year' ? [null] : quarters).map(quarter =>
        periodKey({ year, quarter, practice: false }),
      )
      const [first = [], ...rest] = periods.map(period =>
        templateRows({
          kind,
          catalogue,
          period,
          ownerOf: row => owners.get(row) ?? owners.get('*') ?? '',
        }),
      )
      saveFile(
        await writeApart([...first, ...rest.flatMap(rows => rows.slice(1))]),
        `Nilai ${form.replace('/', ' ')} ${year}.xlsx`,
      )
    },
  })
  return (
    <>
      <div className={styles.fields}>
        <SelectField
          label="Formulir"
          value={form}
          onChange={setForm}
          options={forms.map(one => ({ value: one.form, label: one.title }))}
        />
        <YearField value={String(year)} onChange={value => setYear(Number(value))} since={thisYear - 5} ahead={-1} />
      </div>
      <div className={styles.buttons}>
        <Button icon="download" busy={download.isPending && 'Menyiapkan…'} onClick={() => download.mutate()}>
          Unduh lembar Excel kosong
        </Button>
      </div>
      {download.isError && <ProblemPanel error={download.error} />}
    </>
  )
}
