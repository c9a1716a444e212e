import { useState } from 'react'
import { useContractForm } from '#administration/useContractForm.ts'
import { api, file } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Arrangement } from './Arrangement.tsx'
import type { PaperInHand, Template } from './queries.ts'
import { TemplateParts } from './TemplateParts.tsx'

/** The template of one paper. */
export function TemplateForm({
  paper: { paper, version, own, template, shipped, names, versions },
}: {
  paper: PaperInHand
}) {
  const [parts, setParts] = useState<Template>(template)
  const invalidate = useInvalidate()
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
    <Arrangement
      note={
        <>
          Kata dalam kurung kurawal diganti dengan isian laporan. Naskah ini mengenal{' '}
          {names.places.map(place => `{${place}}`).join(', ')}.
        </>
      }
      of={checked}
      field="template"
      preview={() => file('POST /paper-templates/:paper/preview', { params, body: { template: parts } })}
      onBack={own ? () => save({ version, template: null }) : null}
      versions={versions}
      isOwn={one => one.template !== null}
      onLoad={one => setParts(one.template ?? shipped)}
    >
      <TemplateParts parts={parts} names={names} at="template" errorAt={checked.errorAt} onChange={setParts} />
    </Arrangement>
  )
}
