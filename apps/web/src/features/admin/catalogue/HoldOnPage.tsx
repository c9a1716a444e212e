import { useParams, useSearchParams } from 'react-router'
import { useDates } from '../../../lib/me.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { RevisionPage } from './RevisionPage.tsx'

/** Rows that end with the year before go on in `?tahun=`, the next year unless said. */
export function HoldOnPage() {
  const { type = '', form = '' } = useParams()
  const [search] = useSearchParams()
  const thisYear = useDates().year()
  const year = Number(search.get('tahun')) || thisYear + 1
  const endOf = (until: string | undefined): number | null => (until === 'seterusnya' ? null : year)
  return (
    <RevisionPage
      form={`${type}/${form}`}
      title={`Teruskan ke tahun ${year}`}
      intro={`Baris yang masa berlakunya berakhir tahun ${year - 1} dan belum ada lanjutannya. Lepaskan pilihan pada baris yang memang dihapus.`}
      wish={{ endsIn: year - 1 }}
      preselected={() => true}
      none={`Semua baris sudah berlaku pada tahun ${year}, atau memang berakhir sebelumnya`}
      first={{ until: String(year) }}
      check={() => ({})}
      revision={(rows, { until }) => ({ until: { rows, to: endOf(until) } })}
      done={changed => `${changed} baris diteruskan ke tahun ${year}.`}
      fields={(draft, onChange, errorAt) => (
        <SelectField
          label="Berlaku sampai"
          value={draft.until}
          onChange={until => onChange({ until })}
          options={[
            { value: String(year), label: `Akhir tahun ${year}` },
            { value: 'seterusnya', label: 'Seterusnya, sampai diubah' },
          ]}
          error={errorAt('until.to')}
        />
      )}
    />
  )
}
