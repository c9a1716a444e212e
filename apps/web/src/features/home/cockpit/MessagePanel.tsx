import { followUpText } from '@sepakat/rules/cockpit/followUpText.ts'
import { useRef, useState } from 'react'
import { filledWords, reportName } from '#submissions/reportName.ts'
import { useDates, useMe } from '#sync/session/me.tsx'
import { useDraftText } from '#sync/session/useDraftText.ts'
import { Button, buttonClass } from '#ui/Button.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useCopy } from '#ui/useCopy.ts'
import { useSaid } from '#ui/useSaid.tsx'
import styles from './Cockpit.module.css'
import type { CockpitLineData, Contact } from './cockpitQuery.ts'
import { Panel } from './Panel.tsx'

/** A message ready to be sent by WhatsApp or copied; it is shown, and may be changed, before anything opens. */
export function MessagePanel({ line, open, onClose }: { line: CockpitLineData; open: boolean; onClose: () => void }) {
  const area = useRef<HTMLTextAreaElement>(null)
  const textFor = useTextFor(line)
  const contacts = [...line.contacts].sort((a, b) => Number(b.whatsapp !== null) - Number(a.whatsapp !== null))
  const [to, setTo] = useState(contacts[0]?.post ?? '')
  const contact = contacts.find(({ post }) => post === to)
  // what was changed by hand stays, for any of them, after it is read again, and while it is not in the list
  const [typed, setTyped, forget] = useDraftText(`message ${line.id}`)
  const [emptied, setEmptied] = useState(false)
  const [taken, setTaken] = useState<string | null>(null)
  const changed = emptied || typed !== '' ? typed : null
  const text = changed ?? textFor(contact)
  const { said, say } = useSaid()
  const copy = useCopy('Pesan', text, () => area.current?.select())
  const address = contact?.whatsapp && `https://wa.me/${contact.whatsapp}?text=${encodeURIComponent(text)}`

  return (
    <Panel
      label={`Pesan: ${reportName(line)}, ${line.office.shortName}`}
      open={open}
      changed={changed !== null && changed !== taken}
      onClose={onClose}
    >
      {contacts.length > 1 && (
        <SelectField
          label="Kepada"
          value={to}
          onChange={setTo}
          options={contacts.map(one => ({ value: one.post, label: `${one.name}${one.phone ? `, ${one.phone}` : ''}` }))}
        />
      )}
      <TextArea
        ref={area}
        label="Pesan"
        hint="Ubah seperlunya. Tidak ada yang terkirim sebelum Anda mengirimnya di WhatsApp."
        rows={9}
        value={text}
        onChange={event => {
          setTyped(event.target.value)
          setEmptied(event.target.value === '')
        }}
      />
      {!address && <p>{whyNoNumber(contact)}</p>}
      <p className={styles.panelActs}>
        {address && (
          <a
            href={address}
            target="_blank"
            rel="noreferrer"
            className={buttonClass({ kind: 'primary' })}
            onClick={() => {
              setTaken(text)
              forget()
              say(`WhatsApp kepada ${contact.name} dibuka di jendela lain.`)
            }}
          >
            <Icon name="external" /> Buka WhatsApp
            <span className="visually-hidden"> (jendela baru)</span>
          </a>
        )}
        <Button icon="copy" onClick={copy.copy}>
          {copy.isCopied ? 'Tersalin' : 'Salin pesan'}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Tutup
        </Button>
      </p>
      {(copy.byHand ?? said) && <p>{copy.byHand ?? said}</p>}
    </Panel>
  )
}

const whyNoNumber = (contact: Contact | undefined): string => {
  if (!contact) return 'Belum ada orang yang tercatat. Salin pesannya, dan minta pengelola mencatat orangnya.'
  if (!contact.phone) return `Nomor telepon ${contact.name} belum tercatat. Minta pengelola mengisinya di Orang.`
  return `“${contact.phone}” bukan nomor yang dapat dibuka di WhatsApp. Minta pengelola membetulkannya di Orang.`
}

function useTextFor(line: CockpitLineData): (contact: Contact | undefined) => string {
  const me = useMe()
  const dates = useDates()
  const day = (instant: string) => dates.longDay(dates.dayOf(instant))
  return contact =>
    followUpText({
      name: contact?.name ?? line.office.name,
      office: line.office.name,
      report: reportName(line),
      why: line.why,
      due: line.dueAt && day(line.dueAt),
      since: day(line.since),
      filled: line.progress ? filledWords(line.progress) : '',
      status: line.status,
      openNotes: line.openNotes,
      sender: me.person.name,
      region: me.region.name,
    })
}
