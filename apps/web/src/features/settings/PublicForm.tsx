import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { queryOf } from '#sync/transport/queryOf.ts'
import { Checkbox } from '#ui/Checkbox.tsx'
import { CheckboxGroup } from '#ui/ChoiceGroup.tsx'
import { count } from '#ui/numbers.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextField } from '#ui/TextField.tsx'
import { SettingPart } from './SettingPart.tsx'
import type { Settings } from './settingsOf.ts'
import { useSettingForm } from './useSettingForm.ts'

/** What anybody may read without signing in: nothing until it is turned on, and then the newest approved version of what is chosen. */
export function PublicForm({ settings }: { settings: Settings['public'] }) {
  const [draft, setDraft] = useState(settings)
  const preview = useQuery(queryOf('GET /open/preview'))
  const items = preview.data?.items ?? []
  const chosen = items.filter(({ key }) => draft.editions.includes(key))
  const checked = useSettingForm('public', {
    value: { ...draft, licence: { name: draft.licence.name.trim(), url: draft.licence.url.trim() } },
    done: () => (draft.on ? 'Halaman publik menyala.' : 'Halaman publik mati.'),
  })
  const licence = (name: 'name' | 'url', label: string) => (
    <TextField
      label={label}
      value={draft.licence[name]}
      maxLength={400}
      onChange={event => setDraft({ ...draft, licence: { ...draft.licence, [name]: event.target.value } })}
      error={checked.wrongIn(`licence.${name}`)}
    />
  )
  return (
    <SettingPart
      title="Halaman publik"
      note={
        <>
          Selama menyala, siapa saja tanpa masuk dapat membaca versi terakhir yang disahkan dari laporan yang dipilih di{' '}
          <a href="/publik">/publik</a>: dokumennya, angka ringkas, grafik, dan tabelnya sebagai data. Nama yang
          mengesahkan dan pernyataan reviu tidak ikut; periksa sendiri apakah naskahnya menyebut orang. Yang tidak
          dipilih lagi hilang dalam lima menit.
        </>
      }
      of={checked}
      action="Simpan halaman publik"
    >
      <Checkbox
        label="Halaman publik menyala"
        checked={draft.on}
        onChange={event => setDraft({ ...draft, on: event.target.checked })}
      />
      {preview.isError && <ProblemPanel error={preview.error} onRetry={() => preview.refetch()} />}
      {preview.isPending && <SkeletonRows rows={2} label="Memuat laporan yang disahkan…" />}
      {preview.data && items.length === 0 && <p>Belum ada laporan kabupaten yang disahkan.</p>}
      {items.length > 0 && (
        <CheckboxGroup
          label="Laporan yang dibuka"
          options={items.map(({ key, name, version }) => ({ value: key, label: `${name}, versi ${version}` }))}
          values={draft.editions}
          onChange={editions => setDraft({ ...draft, editions: [...editions] })}
          error={checked.wrongIn('editions')}
        />
      )}
      {licence('name', 'Lisensi data')}
      {licence('url', 'Alamat lisensi')}
      {chosen.length > 0 && (
        <details>
          <summary>Yang menjadi terbuka</summary>
          {chosen.map(({ key, name, summary, charts, datasets }) => (
            <section key={key}>
              <h3>{name}</h3>
              <ul>
                <li>Dokumen sebagai PDF, Excel, CSV, dan JSON</li>
                <li>{count(summary.length)} angka ringkas daerah</li>
                {charts.map(title => (
                  <li key={title}>Grafik: {title}</li>
                ))}
                {datasets.map(({ id, title, lines }) => (
                  <li key={id}>
                    Data: {title} ({count(lines)} baris)
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </details>
      )}
    </SettingPart>
  )
}
