import { rowsOf } from '@sepakat/rules/catalogue/rowsOf.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { catalogueQuery } from '#administration/queries.ts'
import { useDates } from '#sync/session/me.tsx'
import { count } from '#ui/numbers.ts'
import { SelectField } from '#ui/SelectField.tsx'
import { RevisionPage } from './RevisionPage.tsx'

/** What carrying rows over would do, and that next year's rows exist without it. */
function NothingEnds({ form, year }: { form: string; year: number }) {
  const published = useQuery(catalogueQuery(form))
  const next = published.data && rowsOf(published.data.catalogue, year).length
  return (
    <p>
      Halaman ini memperpanjang baris yang masa berlakunya habis pada akhir tahun {year - 1}, supaya tetap diminta pada
      tahun {year}. Sekarang tidak ada yang perlu diperpanjang
      {next === undefined
        ? '.'
        : `: ${count(next)} baris sudah berlaku pada tahun ${year} dan terbawa dengan sendirinya.`}
    </p>
  )
}

/** Carries over rows that end with the year before into `?tahun=`, by default the next year. */
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
      none={`Tidak ada baris yang berakhir dengan tahun ${year - 1}`}
      noneAbout={<NothingEnds form={`${type}/${form}`} year={year} />}
      first={{ until: String(year) }}
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
