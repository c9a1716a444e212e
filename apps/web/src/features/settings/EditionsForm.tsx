import { editionTypes } from '@sepakat/rules/editions/editionTypes.ts'
import { editionTypeLabels } from '@sepakat/rules/editions/editionWords.ts'
import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { PageForm } from '#administration/PageForm.tsx'
import { CheckboxGroup } from '#ui/ChoiceGroup.tsx'
import { Part } from '#ui/Part.tsx'
import type { Settings } from './settingsOf.ts'
import { useSettingForm } from './useSettingForm.ts'

/** Which of the regency's own reports the Inspektorat reviews before they are approved. */
export function EditionsForm({ editions }: { editions: Settings['editions'] }) {
  const [reviewed, setReviewed] = useState<readonly string[]>(editions.reviewed)
  const checked = useSettingForm('editions', {
    value: { reviewed: editionTypes.filter(type => reviewed.includes(type)) },
    done: () => 'Reviu laporan kabupaten disimpan.',
  })
  return (
    <Part title="Reviu laporan kabupaten">
      <p className={styles.note}>
        Berlaku bagi laporan yang mulai disusun sesudah ini. Pernyataan reviunya menjadi lampiran laporan.
      </p>
      <PageForm of={checked} fields={['value']} action="Simpan reviu laporan" said={checked.said}>
        <CheckboxGroup
          label="Direviu Inspektorat sebelum disahkan"
          options={editionTypes.map(value => ({ value, label: editionTypeLabels[value] }))}
          values={reviewed}
          onChange={setReviewed}
          error={checked.errorAt('value')}
        />
      </PageForm>
    </Part>
  )
}
