import { useParams, useSearchParams } from 'react-router'
import { TextArea } from '#ui/TextArea.tsx'
import { RevisionPage } from './RevisionPage.tsx'

/** Marks rows as compared with the regulation; `?q=` and `?baris=` choose among them. */
export function VerifyPage() {
  const { type = '', form = '' } = useParams()
  const [search] = useSearchParams()
  const only = search.get('baris')
  return (
    <RevisionPage
      form={`${type}/${form}`}
      title="Tandai sudah dicocokkan"
      intro="Pilih baris yang sudah Anda cocokkan dengan peraturan aslinya, dan sebutkan di mana terbacanya."
      wish={{ unverified: true, q: only?.slice(0, 80) || search.get('q') || undefined }}
      preselected={only ? row => row.id === only : () => false}
      none="Tidak ada lagi baris yang belum dicocokkan di sini"
      first={{ source: '' }}
      revision={(rows, { source = '' }) => ({ verify: { rows, source: source.trim() } })}
      done={changed => `${changed} baris ditandai sudah dicocokkan.`}
      fields={(draft, onChange, errorAt) => (
        <TextArea
          label="Sumber yang dilihat"
          hint="Menggantikan sumber yang tercatat, misalnya “Lampiran I Permendagri 59/2021 halaman 12”."
          value={draft.source ?? ''}
          maxLength={2000}
          onChange={event => onChange({ source: event.target.value })}
          error={errorAt('verify.source')}
        />
      )}
    />
  )
}
