import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { PageForm } from '#administration/PageForm.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { MadePdf } from '#submissions/MadePdf.tsx'
import { api, file } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Part, Parts } from '#ui/Part.tsx'
import { useSaid } from '#ui/useSaid.tsx'
import type { PaperInHand, Template } from './queries.ts'
import { TemplateParts } from './TemplateParts.tsx'
import { BackToShipped, VersionList } from './VersionList.tsx'

/** The template of one paper: changed, looked at by an example, saved as the next version, or the shipped one again. */
export function TemplateForm({
  paper: { paper, version, own, template, shipped, names, versions },
}: {
  paper: PaperInHand
}) {
  const [parts, setParts] = useState<Template>(template)
  const invalidate = useInvalidate()
  const { said, say } = useSaid()
  const params = { paper }
  const save = async (body: { version: number; template: Template | null }) => {
    await api('POST /paper-templates/:paper', { params, body })
    await invalidate('GET /paper-templates', 'GET /paper-templates/:paper')
  }
  const checked = useContractForm('POST /paper-templates/:paper', {
    body: () => ({ version, template: parts }),
    send: save,
  })
  return (
    <Parts>
      <Part title="Susunan">
        <p className={styles.note}>
          Kata dalam kurung kurawal diganti dengan isian laporan. Naskah ini mengenal{' '}
          {names.places.map(place => `{${place}}`).join(', ')}.
        </p>
        <PageForm of={checked} fields={['template']} action="Simpan susunan" said={said}>
          <TemplateParts parts={parts} names={names} at="template" errorAt={checked.errorAt} onChange={setParts} />
        </PageForm>
        <div className={styles.buttons}>
          <MadePdf
            label="Lihat contoh"
            ask={() => file('POST /paper-templates/:paper/preview', { params, body: { template: parts } })}
          />
          {own && <BackToShipped onBack={() => save({ version, template: null })} />}
        </div>
      </Part>
      <VersionList
        versions={versions.map(one => ({ ...one, isOwn: one.template !== null }))}
        onLoad={one => {
          setParts(one.template ?? shipped)
          say(`Versi ${one.version} dimuat; belum disimpan.`)
        }}
      />
    </Parts>
  )
}
