import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { PageForm } from '#administration/PageForm.tsx'
import { asked, waits } from '#administration/seconding.ts'
import { WaitingOf } from '#administration/WaitingOf.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Part } from '#ui/Part.tsx'
import type { Settings } from './settingsOf.ts'
import { useSettingForm } from './useSettingForm.ts'

/** Whether rights over reports take two people. Changing it takes two as well. */
export function DutiesForm({ duties }: { duties: Settings['duties'] }) {
  const [second, setSecond] = useState(duties.second)
  const checked = useSettingForm('duties', {
    value: { second },
    done: saved => {
      if (waits(saved)) setSecond(duties.second)
      return waits(saved) ? asked('Perubahan ini') : 'Persetujuan kedua disimpan.'
    },
  })
  return (
    <Part title="Persetujuan kedua">
      <p className={styles.note}>
        Jabatan dan kunci yang membaca atau menyetujui laporan, mengangkat dan menonaktifkan pengelola atau pejabat
        pengesah, serta induk lain, penggabungan, dan pemecahan perangkat daerah baru berlaku setelah disetujui
        pengelola lain atau pejabat pengesah. Selama belum ada yang dapat menyetujui, permintaan langsung berlaku dan
        terlihat oleh pengawas. Pengaturan ini pun diubah oleh dua orang.
      </p>
      <PageForm of={checked} fields={[]} action="Simpan persetujuan kedua" said={checked.said}>
        <Checkbox
          label="Hak atas laporan memerlukan persetujuan kedua"
          checked={second}
          onChange={event => setSecond(event.target.checked)}
        />
        <WaitingOf acts={['setting']} />
      </PageForm>
    </Part>
  )
}
