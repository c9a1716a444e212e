import { type EditionType, editionTypes } from '@sepakat/rules/editions/editionTypes.ts'
import { editionTypeLabels } from '@sepakat/rules/editions/editionWords.ts'
import { periodKey, type Quarter } from '@sepakat/rules/periods/period.ts'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { PageForm } from '#administration/PageForm.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { paths } from '#ui/paths.ts'
import { SelectField } from '#ui/SelectField.tsx'
import styles from './Editions.module.css'

const quarters = ['I', 'II', 'III', 'IV'].map((numeral, n) => ({ value: String(n + 1), label: `Triwulan ${numeral}` }))

/** Opens an edition of a year, or its next version. */
export function OpenEditionForm({ year }: { year: number }) {
  const navigate = useNavigate()
  const invalidate = useInvalidate()
  const [type, setType] = useState<EditionType>('lppd')
  const [quarter, setQuarter] = useState('4')
  const isQuarterly = type === 'spm'
  const form = useContractForm('POST /editions', {
    body: () => ({
      type,
      period: periodKey({ year, quarter: isQuarterly ? (Number(quarter) as Quarter) : null, practice: false }),
    }),
    send: async (body, idempotencyKey) => {
      const { id } = await api('POST /editions', { body, idempotencyKey })
      await invalidate('GET /editions')
      navigate(paths.edition(id))
    },
  })
  return (
    <PageForm of={form} fields={['type', 'period']} action="Mulai menyusun" busy="Menyiapkan…" icon="plus">
      <div className={styles.opening}>
        <SelectField
          label="Jenis laporan"
          options={editionTypes.map(value => ({ value, label: editionTypeLabels[value] }))}
          value={type}
          error={form.errorAt('type')}
          onChange={value => setType(value as EditionType)}
        />
        {isQuarterly && (
          <SelectField
            label="Triwulan"
            options={quarters}
            value={quarter}
            error={form.errorAt('period')}
            onChange={setQuarter}
          />
        )}
      </div>
    </PageForm>
  )
}
