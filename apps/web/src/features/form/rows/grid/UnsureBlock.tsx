import type { Row } from '@sepakat/rules'
import type { Separator } from '@sepakat/rules/numbers/readNumber.ts'
import type { Column } from '@sepakat/rules/sheet/outline.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { formatNumber } from '#ui/numbers.ts'
import { useForm, useKey } from '../../FormContext.ts'
import { settleAll, unsureIn } from '../../model/unsureNumbers.ts'

const said: Record<Separator, string> = { thousands: 'pemisah ribuan', decimals: 'koma desimal' }

interface Props {
  rows: readonly Row[]
  columns: readonly Column[]
  count: number
  onEach: () => void
}

/** One question for all ambiguous numbers of a block, as a pasted column of thousands. */
export function UnsureBlock({ rows, columns, count, onEach }: Props) {
  const { store } = useForm()
  // the same number of cells may be ambiguous, with other texts
  useKey('evaluated', () =>
    unsureIn(store, rows, columns)
      .map(({ at, text }) => `${at} ${text}`)
      .join('\n'),
  )
  const [example] = unsureIn(store, rows, columns)
  if (!example) return null
  const choose = (separator: Separator) => {
    // a value typed since it was drawn is not overwritten
    const now = unsureIn(store, rows, columns)
    settleAll(store, now, separator)
    announce(`${now.length} isian dibaca: ${said[separator]}. Tekan Ctrl+Z untuk mengurungkan.`)
    document.getElementById(example.at)?.focus()
  }
  const shown = (separator: Separator) => formatNumber(example.readings[separator])
  return (
    <Callout
      tone="warn"
      title={`${count} angka perlu dipastikan: titik atau koma di depan tiga angka dapat berarti ribuan atau desimal`}
      actions={
        <>
          <Button small onClick={() => choose('thousands')}>
            Semua ribuan: “{example.text}” = {shown('thousands')}
          </Button>
          <Button small onClick={() => choose('decimals')}>
            Semua desimal: “{example.text}” = {shown('decimals')}
          </Button>
          <Button small kind="quiet" onClick={onEach}>
            Tanyakan satu per satu
          </Button>
        </>
      }
    >
      Pilihan berlaku untuk semua angka yang belum pasti di tabel ini, dan dapat diurungkan.
    </Callout>
  )
}
