import { SignButton } from '#administration/SignButton.tsx'
import { untilMade } from '#submissions/untilMade.ts'
import { api, file } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'

/** Signs the paper of a submission electronically, once it is made; the signed one is then among the report's files. */
export function SignPaper({ id, n, paper, name }: { id: string; n: number; paper: string; name: string }) {
  const invalidate = useInvalidate()
  return (
    <SignButton
      of={name}
      route="PUT /submissions/:id/revisions/:n/signature"
      send={async body => {
        await untilMade(() =>
          file('GET /submissions/:id/papers/:paper', { params: { id, paper }, query: { revision: n } }),
        )
        await api('PUT /submissions/:id/revisions/:n/signature', { params: { id, n }, body })
        await invalidate('GET /submissions/:id/attachments')
      }}
    />
  )
}
