import styles from '#administration/Admin.module.css'
import { waitsSentence } from '#administration/seconding.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { Table } from '#ui/Table.tsx'
import { CodeSlips } from './CodeSlips.tsx'
import { PeoplePreview } from './PeoplePreview.tsx'

type Imported = ResponseOf<'POST /people/import'>

/** Who was added, with codes that are shown only once, and what was left out. */
export function IssuedCodes({ codes, lines, waiting }: Imported) {
  return (
    <>
      <Part title={`${codes.length} orang sudah ditambahkan`} takesFocus>
        {waiting && <Callout tone="warn" title={waitsSentence('jabatan mereka semua')} />}
        <Callout tone="warn" title="Kode-kode ini hanya tampil sekarang">
          Cetak slipnya sebelum meninggalkan halaman ini, dan berikan masing-masing hanya kepada orangnya sendiri.
        </Callout>
        <Table
          caption="Kode masuk"
          rows={codes}
          rowKey={({ signInName }) => signInName}
          columns={[
            { id: 'name', head: 'Nama', rowHead: true, cell: ({ name }) => name },
            { id: 'sign-in', head: 'Nama masuk', cell: ({ signInName }) => signInName },
            { id: 'code', head: 'Kode', cell: ({ code }) => <code>{code}</code> },
          ]}
        />
        <div className={styles.buttons}>
          <Button kind="primary" icon="print" onClick={() => print()}>
            Cetak {codes.length} slip
          </Button>
          <LinkButton to={paths.admin('orang')}>Ke daftar orang</LinkButton>
        </div>
        <CodeSlips issued={codes} />
      </Part>
      {lines.some(({ result }) => result !== 'new') && (
        <Part title="Yang tidak ditambahkan">
          <PeoplePreview lines={lines} leftOut />
        </Part>
      )}
    </>
  )
}
