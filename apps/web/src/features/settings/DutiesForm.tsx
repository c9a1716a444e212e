import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { PageForm } from '#administration/PageForm.tsx'
import { Part } from '#administration/Part.tsx'
import { asked, waits } from '#administration/seconding.ts'
import { useContractForm } from '#administration/useContractForm.ts'
import { WaitingOf } from '#administration/WaitingOf.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { useSaid } from '#ui/useSaid.tsx'
import type { Settings } from './settingsOf.ts'
import { useSaveSetting } from './useSaveSetting.ts'

/** Whether rights over reports take two people. Changing it takes two as well. */
export function DutiesForm({ duties }: { duties: Settings['duties'] }) {
  const save = useSaveSetting()
  const { said, say } = useSaid()
  const [second, setSecond] = useState(duties.second)
  const checked = useContractForm('PUT /settings/:key', {
    body: () => ({ value: { second } }),
    send: async () => {
      say(null)
      const saved = await save('duties', { second })
      if (waits(saved)) setSecond(duties.second)
      say(waits(saved) ? asked('Perubahan ini') : 'Persetujuan kedua disimpan.')
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
      <PageForm of={checked} fields={[]} action="Simpan persetujuan kedua" said={said}>
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
